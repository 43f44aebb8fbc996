package no.rodtraad.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import no.rodtraad.process.ApplicationId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret links by which candidates reach their own pages. Only a hash of a token is kept, so nobody who reads the
 * database can follow a link.
 */
@Component
public class ApplicationLinks {

    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration validity;
    private final SecureRandom random = new SecureRandom();

    ApplicationLinks(JdbcClient jdbc, Clock clock, @Value("${rodtraad.link-validity:365d}") Duration validity) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.validity = validity;
    }

    /** A new token; those made before go on working. The page is {@code /soknad/<token>}. */
    @Transactional
    public String create(ApplicationId applicationId) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into application_links (token_hash, application_id, created_at, expires_at)
                        values (:hash, :application, :now, :expires)
                        """)
                .param("hash", hash(token))
                .param("application", applicationId.value())
                .param("now", Applications.utc(now))
                .param("expires", Applications.utc(now.plus(validity)))
                .update();
        return token;
    }

    /** Makes every link to the application useless. */
    @Transactional
    public void revoke(ApplicationId applicationId) {
        jdbc.sql("""
                        update application_links set revoked_at = :now
                        where application_id = :application and revoked_at is null
                        """)
                .param("now", Applications.utc(clock.instant()))
                .param("application", applicationId.value())
                .update();
    }

    /** The application behind a token that was made here, is not too old and not revoked. */
    public Optional<ApplicationId> resolve(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select application_id from application_links
                        where token_hash = :hash and revoked_at is null and expires_at > :now
                        """)
                .param("hash", hash(token))
                .param("now", Applications.utc(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(ApplicationId::new);
    }

    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
