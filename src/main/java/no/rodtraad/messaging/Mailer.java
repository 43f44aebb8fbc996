package no.rodtraad.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import no.rodtraad.outbox.OutboxHandler.PermanentFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server. */
@Component
class Mailer {

    private final MailComposer mails;
    private final JavaMailSender sender;

    Mailer(MailComposer mails, ObjectProvider<JavaMailSender> sender) {
        this.mails = mails;
        this.sender = requireSender(sender.getIfAvailable());
    }

    /** @throws PermanentFailure when the address or the server's answer says that it will never arrive */
    void send(MailComposer.Letter letter) throws MessagingException, UnsupportedEncodingException {
        MimeMessage mail = compose(letter);
        try {
            sender.send(mail);
        } catch (MailSendException e) {
            if (Refusal.isFinal(e)) {
                throw new PermanentFailure("The mail server refuses the mail for good", e);
            }
            throw e;
        }
    }

    private MimeMessage compose(MailComposer.Letter letter) throws MessagingException, UnsupportedEncodingException {
        try {
            return mails.of(sender.createMimeMessage().getSession(), letter);
        } catch (AddressException e) {
            throw new PermanentFailure("A mail address cannot be right", e);
        }
    }

    private static JavaMailSender requireSender(@Nullable JavaMailSender sender) {
        if (sender == null) {
            throw new IllegalStateException(
                    "There is no mail server: set spring.mail.host, or rodtraad.demo.mail=true for a demonstration");
        }
        return sender;
    }
}
