package no.rodtraad.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** Tells a mail server's final no from one that may change. */
final class Refusal {

    /** The replies that are about us rather than the mail: log in first, log in failed. Somebody will set that right. */
    private static final int NOT_LOGGED_IN = 530;

    private static final int LOGIN_FAILED = 535;

    private Refusal() {}

    static boolean isFinal(MailSendException failure) {
        return Stream.concat(Arrays.stream(failure.getMessageExceptions()), Stream.ofNullable(failure.getCause()))
                .anyMatch(Refusal::isFinal);
    }

    private static boolean isFinal(Throwable failure) {
        for (@Nullable Throwable next = failure; next instanceof MessagingException e; next = e.getNextException()) {
            if (next instanceof SMTPSenderFailedException) {
                return false;
            }
            if (next instanceof SMTPSendFailedException refused && isFinal(refused.getReturnCode())) {
                return true;
            }
            if (next instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFinal(int replyCode) {
        return replyCode >= 500 && replyCode < 600 && replyCode != NOT_LOGGED_IN && replyCode != LOGIN_FAILED;
    }
}
