package no.rodtraad.messaging;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes the mail of a message: the text as it is, the same in HTML, and the calendar event if there is one. */
@Component
class MailComposer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final ITemplateEngine templates;
    private final MailProperties properties;
    private final Clock clock;

    MailComposer(ITemplateEngine templates, MailProperties properties, Clock clock) {
        this.templates = templates;
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws MessagingException when an address is none */
    MimeMessage of(Session session, Letter letter) throws MessagingException, UnsupportedEncodingException {
        String text = MessageText.forMail(letter.keptBody(), letter.link());
        var mail = new KeyedMimeMessage(session, letter.key());
        mail.setFrom(new InternetAddress(properties.address(), letter.municipalityName(), UTF_8));
        if (letter.replyTo() != null) {
            mail.setReplyTo(new InternetAddress[] {new InternetAddress(letter.replyTo(), true)});
        }
        mail.setRecipient(MimeMessage.RecipientType.TO, recipient(letter));
        mail.setSubject(letter.subject(), UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setContentLanguage(new String[] {letter.language().tag()});
        MimeMultipart alternatives = alternatives(text, html(letter, text));
        if (letter.event() != null) {
            alternatives.addBodyPart(calendar(letter.event()));
        }
        mail.setContent(alternatives);
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

    /** The last alternative, as RFC 6047 has it: calendars take it, other readers show the text. */
    private static MimeBodyPart calendar(CalendarEvent event) throws MessagingException {
        String type = "text/calendar; charset=UTF-8; method=%s".formatted(event.method());
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(event.content().getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private String html(Letter letter, String text) {
        return templates.process(
                "mail/message",
                new Context(
                        letter.language().locale(),
                        Map.of(
                                "lang", letter.language().tag(),
                                "subject", letter.subject(),
                                "municipalityName", letter.municipalityName(),
                                "linkText", letter.audience().linkText(letter.language()),
                                "personalLink", letter.audience() == Audience.CANDIDATE,
                                "blocks", MessageText.blocks(text, letter.link()))));
    }

    /** Who reads it decides where the link leads. */
    enum Audience {
        CANDIDATE("Åpne siden din", "Opne sida di"),
        STAFF("Åpne saken", "Opne saka");

        private final String bokmaal;
        private final String nynorsk;

        Audience(String bokmaal, String nynorsk) {
            this.bokmaal = bokmaal;
            this.nynorsk = nynorsk;
        }

        String linkText(Language language) {
            return language == Language.NN ? nynorsk : bokmaal;
        }
    }

    /**
     * @param keptBody with the marks of {@link MessageText}
     * @param replyTo null where nobody answers mails
     */
    record Letter(
            String key,
            Audience audience,
            Language language,
            String subject,
            String keptBody,
            String link,
            String recipientName,
            String recipientEmail,
            String municipalityName,
            @Nullable String replyTo,
            @Nullable CalendarEvent event) {}
}
