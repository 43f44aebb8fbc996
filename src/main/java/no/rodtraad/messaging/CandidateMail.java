package no.rodtraad.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes the mail of a message: the text as it is, and the same in HTML. */
@Component
class CandidateMail {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final ITemplateEngine templates;
    private final MailProperties properties;
    private final Clock clock;

    CandidateMail(ITemplateEngine templates, MailProperties properties, Clock clock) {
        this.templates = templates;
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws MessagingException when an address is none */
    MimeMessage of(Session session, Letter letter) throws MessagingException, UnsupportedEncodingException {
        String text = MessageText.forMail(letter.keptBody(), letter.link());
        var mail = new KeyedMimeMessage(session, letter.key());
        mail.setFrom(new InternetAddress(properties.address(), letter.municipalityName(), UTF_8));
        mail.setReplyTo(new InternetAddress[] {new InternetAddress(letter.contactEmail(), true)});
        mail.setRecipient(MimeMessage.RecipientType.TO, recipient(letter));
        mail.setSubject(letter.subject(), UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setContentLanguage(new String[] {"nb"});
        mail.setContent(alternatives(text, html(letter, text)));
        return mail;
    }

    private static InternetAddress recipient(Letter letter) throws MessagingException, UnsupportedEncodingException {
        var recipient = new InternetAddress(letter.recipientEmail(), true);
        recipient.setPersonal(letter.recipientName(), UTF_8);
        return recipient;
    }

    private static MimeMultipart alternatives(String text, String html) throws MessagingException {
        var plainPart = new MimeBodyPart();
        plainPart.setText(text, UTF_8);
        var htmlPart = new MimeBodyPart();
        htmlPart.setText(html, UTF_8, "html");
        return new MimeMultipart("alternative", plainPart, htmlPart);
    }

    private String html(Letter letter, String text) {
        return templates.process(
                "mail/message",
                new Context(
                        Locale.forLanguageTag("nb"),
                        Map.of(
                                "subject", letter.subject(),
                                "municipalityName", letter.municipalityName(),
                                "blocks", MessageText.blocks(text, letter.link()))));
    }

    /** @param keptBody with the marks of {@link MessageText} */
    record Letter(
            String key,
            String subject,
            String keptBody,
            String link,
            String recipientName,
            String recipientEmail,
            String municipalityName,
            String contactEmail) {}
}
