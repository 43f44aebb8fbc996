package no.rodtraad.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the tokens of secret links and finds what they open. A token is 32 random bytes, written as 43 characters that
 * need no escaping in an address. Only its SHA-256 is kept, so nobody who reads the database can follow a link.
 */
@Component
public class SecretLinks {

    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final JdbcClient database;
    private final Clock clock;
    private final LinkValidity validity;
    private final SecureRandom random = new SecureRandom();

    SecretLinks(JdbcClient database, Clock clock, LinkValidity validity) {
        this.database = database;
        this.clock = clock;
        this.validity = validity;
    }

    /** A new token for one purpose. Those made before go on working. */
    @Transactional
    public String create(Purpose purpose, UUID subject) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        database.sql("""
                        insert into secret_links (token_hash, purpose, subject, created_at, expires_at)
                        values (:hash, :purpose, :subject, :now, :expires)
                        """)
                .param("hash", hash(token))
                .param("purpose", purpose.name())
                .param("subject", subject)
                .param("now", utc(now))
                .param("expires", utc(now.plus(validity.of(purpose))))
                .update();
        return token;
    }

    /** What a token opens, if it was made here for this purpose, is not too old and not revoked. */
    public Optional<UUID> resolve(Purpose purpose, String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        return database.sql("""
                        select subject from secret_links
                        where token_hash = :hash and purpose = :purpose and revoked_at is null and expires_at > :now
                        """)
                .param("hash", hash(token))
                .param("purpose", purpose.name())
                .param("now", utc(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /** Makes every link that was made for the purpose and the subject useless. */
    @Transactional
    public void revoke(Purpose purpose, UUID subject) {
        database.sql("""
                        update secret_links set revoked_at = :now
                        where subject = :subject and purpose = :purpose and revoked_at is null
                        """)
                .param("now", utc(clock.instant()))
                .param("purpose", purpose.name())
                .param("subject", subject)
                .update();
    }

    /**
     * Deletes links that stopped working before a moment.
     *
     * @return how many
     */
    @Transactional
    public int forget(Instant before) {
        return database.sql("delete from secret_links where least(expires_at, revoked_at) < :before")
                .param("before", utc(before))
                .update();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
