package no.rodtraad.messaging;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.jspecify.annotations.Nullable;

/** Reads what a mail server says about a mail that it took and could not deliver: a delivery status notification (RFC 3464). */
final class Bounce {

    private static final String FAILED = "failed";

    /** The class of status codes for what will not change by trying again (RFC 3463). */
    private static final String PERMANENT = "5.";

    private Bounce() {}

    /** @return the Message-ID of the mail that will never arrive; empty for any other mail */
    static Optional<String> permanentFailureOf(Message mail) throws MessagingException, IOException {
        if (mail.getContent() instanceof MultipartReport report
                && report.getReport() instanceof DeliveryStatus status
                && isPermanent(status)) {
            @Nullable MimeMessage returned = report.getReturnedMessage();
            return returned == null ? Optional.empty() : Optional.ofNullable(returned.getMessageID());
        }
        return Optional.empty();
    }

    private static boolean isPermanent(DeliveryStatus status) {
        return IntStream.range(0, status.getRecipientDSNCount())
                .mapToObj(status::getRecipientDSN)
                .anyMatch(recipient -> FAILED.equalsIgnoreCase(header(recipient, "Action"))
                        && header(recipient, "Status").startsWith(PERMANENT));
    }

    private static String header(InternetHeaders headers, String name) {
        @Nullable String value = headers.getHeader(name, null);
        return value == null ? "" : value.strip();
    }
}
