package no.rodtraad.messaging;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A mail server on this machine that takes mail to anybody and passes nothing on. It keeps the newest mails for as long
 * as the application runs.
 */
@Component
@ConditionalOnDemoMail
class DemoMailServer implements DisposableBean {

    static final String HOST = "127.0.0.1";
    /** Shown in the inbox; the mailboxes behind it hold more. */
    static final int KEPT = 500;

    private static final int HELD_IN_MAILBOXES = 10_000;

    private static final int ANY_PORT = 0;
    private static final int START_TIMEOUT_MILLIS = 10_000;

    private final GreenMail server;
    private final Clock clock;
    private final Deque<DemoMail> newestFirst = new ArrayDeque<>();
    private int received;

    DemoMailServer(
            @Value("${rodtraad.demo.mail.smtp-port:" + ANY_PORT + "}") int smtpPort,
            @Value("${rodtraad.demo.mail.imap-port:" + ANY_PORT + "}") int imapPort,
            Clock clock) {
        this.clock = clock;
        this.server = new GreenMail(new ServerSetup[] {
                    setup(smtpPort, ServerSetup.PROTOCOL_SMTP), setup(imapPort, ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::receive);
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    synchronized List<DemoMail> newestFirst() {
        return List.copyOf(newestFirst);
    }

    synchronized Optional<DemoMail> find(int id) {
        return newestFirst.stream().filter(mail -> mail.id() == id).findFirst();
    }

    synchronized void empty() {
        newestFirst.clear();
        emptyMailboxes();
    }

    @Override
    public void destroy() {
        server.stop();
    }

    private synchronized GreenMailUser receive(MovingMessage message, MailAddress recipient)
            throws MessagingException, UserException {
        if (received > 0 && received % HELD_IN_MAILBOXES == 0) {
            emptyMailboxes();
        }
        received++;
        newestFirst.addFirst(DemoMail.of(received, clock.instant(), recipient.getEmail(), message.getMessage()));
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
        return mailboxOf(recipient.getEmail());
    }

    private GreenMailUser mailboxOf(String address) throws UserException {
        UserManager users = server.getUserManager();
        GreenMailUser known = users.getUserByEmail(address);
        return known == null ? users.createUser(address, address, address) : known;
    }

    private void emptyMailboxes() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("The demo's mailboxes cannot be emptied", e);
        }
    }

    private static ServerSetup setup(int port, String protocol) {
        var setup = new ServerSetup(port, HOST, protocol);
        setup.setServerStartupTimeout(START_TIMEOUT_MILLIS);
        return setup;
    }
}
