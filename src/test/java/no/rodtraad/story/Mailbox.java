package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** Somebody's mail, read over IMAP as a mail program does. */
final class Mailbox {

    private static final Pattern LINK =
            Pattern.compile("https?://\\S+?(/(?:soknad(?:/kladd)?|undersokelse|interessenter)/[A-Za-z0-9_-]{43})");

    /** All mails in one answer: the server takes its time over each. */
    private static final FetchProfile WHOLE = whole();

    private final int imapPort;
    private final String address;

    Mailbox(int imapPort, String address) {
        this.imapPort = imapPort;
        this.address = address;
    }

    private static FetchProfile whole() {
        FetchProfile whole = new FetchProfile();
        whole.add(IMAPFolder.FetchProfileItem.MESSAGE);
        return whole;
    }

    record Mail(String subject, String text, String calendar) {}

    private interface Work<T> {
        T in(Folder inbox) throws MessagingException, IOException;
    }

    List<Mail> all() {
        return inInbox(Folder.READ_ONLY, inbox -> {
            List<Mail> mails = new ArrayList<>();
            Message[] messages = inbox.getMessages();
            inbox.fetch(messages, WHOLE);
            for (Message message : messages) {
                mails.add(new Mail(message.getSubject(), text(message.getContent()), calendar(message.getContent())));
            }
            return mails;
        });
    }

    private <T> T inInbox(int mode, Work<T> work) {
        Properties properties = new Properties();
        properties.setProperty("mail.store.protocol", "imap");
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address, address);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(mode);
            return work.in(inbox);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> subjects() {
        return all().stream().map(Mail::subject).toList();
    }

    Mail newest() {
        List<Mail> all = all();
        assertThat(all).as("mail to %s", address).isNotEmpty();
        return all.get(all.size() - 1);
    }

    /** Stories share the mail server, and some of them the names. */
    void empty() {
        inInbox(Folder.READ_WRITE, inbox -> {
            inbox.setFlags(inbox.getMessages(), new Flags(Flags.Flag.DELETED), true);
            return inbox.expunge();
        });
    }

    /** What the mails with such a subject bring for the calendar, oldest first. */
    List<String> calendars(String subject) {
        return all().stream()
                .filter(mail -> mail.subject().startsWith(subject))
                .map(Mail::calendar)
                .toList();
    }

    /** The secret link of the newest mail, without the host. */
    String link() {
        Matcher link = LINK.matcher(newest().text());
        assertThat(link.find()).as("a link in %s", newest()).isTrue();
        return link.group(1);
    }

    private static String calendar(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            BodyPart last = parts.getBodyPart(parts.getCount() - 1);
            if (last.isMimeType("text/calendar")) {
                return new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static String text(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            BodyPart first = parts.getBodyPart(0);
            return text(first.getContent());
        }
        return content.toString();
    }
}
