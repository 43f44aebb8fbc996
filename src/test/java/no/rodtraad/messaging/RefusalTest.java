package no.rodtraad.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;

@DisplayName("Et nei fra e-posttjeneren")
class RefusalTest {

    private static final Address[] NONE = {};

    @Test
    void isFinalWhenTheAddressDoesNotExist() throws Exception {
        var address = new InternetAddress("kari@example.no");
        var unknown = new SMTPAddressFailedException(address, "RCPT TO", 550, "no such user");
        var failure = new SendFailedException("Invalid Addresses", unknown, NONE, NONE, new Address[] {address});

        assertThat(isFinal(failure)).isTrue();
    }

    @Test
    void isFinalWhenTheMailIsRefused() throws Exception {
        assertThat(isFinal(answer(554))).isTrue();
    }

    @Test
    void mayChangeWhenTheServerIsBusyOrWantsALogin() throws Exception {
        assertThat(isFinal(answer(421))).isFalse();
        assertThat(isFinal(answer(451))).isFalse();
        assertThat(isFinal(answer(530))).isFalse();
        assertThat(isFinal(new MessagingException("Could not connect"))).isFalse();
    }

    @Test
    void mayChangeWhenItIsAboutTheSender() throws Exception {
        var sender = new InternetAddress("ikke-svar@example.no");

        assertThat(isFinal(new SMTPSenderFailedException(sender, "MAIL FROM", 550, "not yours")))
                .isFalse();
    }

    private static SMTPSendFailedException answer(int code) {
        return new SMTPSendFailedException("DATA", code, "no", new MessagingException(), NONE, NONE, NONE);
    }

    private static boolean isFinal(Exception failure) {
        return Refusal.isFinal(new MailSendException(Map.of("mail", failure)));
    }
}
