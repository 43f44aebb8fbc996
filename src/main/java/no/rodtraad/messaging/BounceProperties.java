package no.rodtraad.messaging;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that mail servers return mails to, read by IMAP. It is read where a host is named.
 *
 * @param host null where nobody reads it
 * @param tls whether the connection is encrypted from the start
 * @param folder what is unread there is taken, and marked as read
 */
@ConfigurationProperties("rodtraad.mail.bounces")
record BounceProperties(
        @Nullable String host,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder) {}
