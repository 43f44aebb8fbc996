package no.rodtraad.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.document.FileCipher;
import no.rodtraad.messaging.DirectMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes by which candidates confirm a signature: six digits by mail, used once, for some minutes, with few tries. Kept
 * encrypted until they are used.
 */
@Component
class SigningCodes {

    static final String MESSAGE = "M16K";

    private static final int MOST_WRONG = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient database;
    private final FileCipher cipher;
    private final DirectMessages messages;
    private final SigningSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SigningCodes(
            JdbcClient database, FileCipher cipher, DirectMessages messages, SigningSettings settings, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    private record Kept(byte @Nullable [] sealed, Instant sentAt, int wrong, Instant hourBegan, int inHour) {}

    /**
     * Sends a new code; the one before is worth nothing from then on.
     *
     * @throws CannotSign when too many were sent
     */
    void send(Contract contract) {
        Instant now = clock.instant();
        Optional<Kept> before = find(contract.id());
        boolean sameHour =
                before.filter(kept -> now.isBefore(kept.hourBegan().plus(HOUR))).isPresent();
        int inHour = sameHour ? before.map(Kept::inHour).orElse(0) : 0;
        if (inHour >= settings.codesPerHour()) {
            throw new CannotSign(
                    "Du har bedt om mange koder den siste timen. Vent litt før du ber om en ny, eller ring oss.");
        }
        keep(contract.id(), newCode(), now, sameHour ? before.orElseThrow().hourBegan() : now, inHour + 1);
        messages.send(
                "%s:%s:%s".formatted(MESSAGE, contract.id(), UUID.randomUUID()),
                SigningMessages.KIND,
                contract.id(),
                MESSAGE);
    }

    /** The code that waits to be used, if one does. */
    Optional<String> current(UUID contractId) {
        return find(contractId).filter(this::isAlive).map(kept -> code(contractId, kept));
    }

    /** When the code that waits to be used stops working; empty where none does. */
    Optional<Instant> aliveUntil(UUID contractId) {
        return find(contractId).filter(this::isAlive).map(this::end);
    }

    /**
     * Uses the code up.
     *
     * @throws CannotSign when it is not the right one; that is counted
     */
    void use(Contract contract, String typed) {
        Kept kept = find(contract.id())
                .filter(this::isAlive)
                .orElseThrow(() -> new CannotSign(
                        "Koden er for gammel, brukt opp eller ikke sendt. Be om en ny kode, og bruk den med en gang."));
        if (!MessageDigest.isEqual(bytes(code(contract.id(), kept)), bytes(typed.replaceAll("\\s", "")))) {
            count(contract.id());
            throw new CannotSign(
                    kept.wrong() + 1 < MOST_WRONG
                            ? "Koden er ikke riktig. Se i den nyeste e-posten fra oss, og skriv de seks sifrene på nytt."
                            : "Koden er skrevet feil for mange ganger og kan ikke brukes mer. Be om en ny.");
        }
        database.sql("update signing_codes set sealed = null where contract_id = :contract")
                .param("contract", contract.id())
                .update();
    }

    private boolean isAlive(Kept kept) {
        return kept.sealed() != null
                && kept.wrong() < MOST_WRONG
                && clock.instant().isBefore(end(kept));
    }

    private Instant end(Kept kept) {
        return kept.sentAt().plus(settings.codeLifetime());
    }

    private String code(UUID contractId, Kept kept) {
        if (kept.sealed() == null) {
            throw new IllegalStateException("The code of contract %s is used".formatted(contractId));
        }
        return new String(cipher.open(contractId, kept.sealed()), StandardCharsets.US_ASCII);
    }

    private String newCode() {
        return "%06d".formatted(random.nextInt(1_000_000));
    }

    private void keep(UUID contractId, String code, Instant now, Instant hourBegan, int inHour) {
        database.sql("""
                        insert into signing_codes (contract_id, sealed, sent_at, hour_began, in_hour)
                        values (:contract, :sealed, :now, :hour, :count)
                        on conflict (contract_id) do update
                        set sealed = excluded.sealed, sent_at = excluded.sent_at, wrong = 0,
                            hour_began = excluded.hour_began, in_hour = excluded.in_hour""")
                .param("contract", contractId)
                .param("sealed", cipher.seal(contractId, bytes(code)).content())
                .param("now", Timestamp.from(now))
                .param("hour", Timestamp.from(hourBegan))
                .param("count", inHour)
                .update();
    }

    private void count(UUID contractId) {
        database.sql("update signing_codes set wrong = wrong + 1 where contract_id = :contract")
                .param("contract", contractId)
                .update();
    }

    private Optional<Kept> find(UUID contractId) {
        return database.sql("select * from signing_codes where contract_id = :contract")
                .param("contract", contractId)
                .query((row, number) -> new Kept(
                        row.getBytes("sealed"),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getInt("wrong"),
                        row.getTimestamp("hour_began").toInstant(),
                        row.getInt("in_hour")))
                .optional();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
