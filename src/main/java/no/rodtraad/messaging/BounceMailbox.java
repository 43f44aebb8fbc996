package no.rodtraad.messaging;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads returned mail every minute. Each is marked as read, and kept for people to look at. */
@Component
@ConditionalOnProperty("rodtraad.mail.bounces.host")
class BounceMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
    private static final long MILLIS_BETWEEN_LOOKS = 60_000;
    private static final String TIMEOUT_MILLIS = "15000";
    private static final Flags READ = new Flags(Flags.Flag.SEEN);

    private final BounceProperties properties;
    private final ReturnedMail mails;
    private boolean unreachable;

    BounceMailbox(BounceProperties properties, ReturnedMail mails) {
        this.properties = properties;
        this.mails = mails;
    }

    /** What a mailbox that cannot be read says is logged once, and the next minute tries again. */
    @Scheduled(fixedDelay = MILLIS_BETWEEN_LOOKS)
    void read() {
        try (Store store = open()) {
            store.connect(properties.host(), properties.port(), properties.username(), properties.password());
            readUnread(store);
            if (unreachable) {
                unreachable = false;
                LOG.info("The mailbox for returned mail can be read again");
            }
        } catch (MessagingException | IOException e) {
            if (!unreachable) {
                unreachable = true;
                LOG.error("The mailbox for returned mail cannot be read, trying every minute: {}", e.getMessage());
            }
            LOG.debug("The mailbox for returned mail cannot be read", e);
        }
    }

    private void readUnread(Store store) throws MessagingException, IOException {
        try (Folder folder = store.getFolder(properties.folder())) {
            folder.open(Folder.READ_WRITE);
            for (Message mail : folder.search(new FlagTerm(READ, false))) {
                Bounce.permanentFailureOf(mail).ifPresent(mails::returned);
                mail.setFlag(Flags.Flag.SEEN, true);
            }
        }
    }

    private Store open() throws MessagingException {
        String protocol = properties.tls() ? "imaps" : "imap";
        Properties session = new Properties();
        session.setProperty("mail.%s.connectiontimeout".formatted(protocol), TIMEOUT_MILLIS);
        session.setProperty("mail.%s.timeout".formatted(protocol), TIMEOUT_MILLIS);
        return Session.getInstance(session).getStore(protocol);
    }
}
