package no.rodtraad.messaging;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails leave.
 *
 * @param from the sender's address; the municipality's name is put in front of it
 */
@ConfigurationProperties("rodtraad.mail")
record MailProperties(
        @DefaultValue("Rød tråd <ikke-svar@example.no>") String from) {

    MailProperties {
        parse(from);
    }

    String address() {
        return parse(from).getAddress();
    }

    private static InternetAddress parse(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("rodtraad.mail.from is no mail address: " + from, e);
        }
    }
}
