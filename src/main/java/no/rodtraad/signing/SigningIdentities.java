package no.rodtraad.signing;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import no.rodtraad.document.FileCipher;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.TimeTravel;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * The national identity numbers of those who shall sign, for a service that must have them. They are kept encrypted from when HR
 * types them until the contract is sent or given up, and never longer than a signing may take.
 */
@Repository
class SigningIdentities {

    private static final long MILLIS_BETWEEN_LOOKS = 3_600_000;

    private final JdbcClient database;
    private final FileCipher cipher;
    private final SigningSettings settings;
    private final Clock clock;

    SigningIdentities(JdbcClient database, FileCipher cipher, SigningSettings settings, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes the place of what was kept before. */
    void keep(ApplicationId applicationId, Map<Party, NationalId> ids) {
        ids.forEach((party, id) -> database.sql("""
                        insert into signing_identities (application_id, party, sealed, kept_at)
                        values (:application, :party, :sealed, :now)
                        on conflict (application_id, party) do update set sealed = excluded.sealed, kept_at = excluded.kept_at""")
                .param("application", applicationId.value())
                .param("party", party.name())
                .param(
                        "sealed",
                        cipher.seal(applicationId.value(), id.value().getBytes(StandardCharsets.US_ASCII))
                                .content())
                .param("now", Timestamp.from(clock.instant()))
                .update());
    }

    Map<Party, NationalId> of(ApplicationId applicationId) {
        Map<Party, NationalId> ids = new EnumMap<>(Party.class);
        database.sql("select party, sealed from signing_identities where application_id = :application")
                .param("application", applicationId.value())
                .query((row, number) ->
                        Map.entry(Party.valueOf(row.getString("party")), opened(applicationId, row.getBytes("sealed"))))
                .list()
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return ids;
    }

    private NationalId opened(ApplicationId applicationId, byte[] sealed) {
        return new NationalId(new String(cipher.open(applicationId.value(), sealed), StandardCharsets.US_ASCII));
    }

    boolean areKept(ApplicationId applicationId) {
        return database.sql("select count(*) from signing_identities where application_id = :application")
                        .param("application", applicationId.value())
                        .query(Integer.class)
                        .single()
                == Party.values().length;
    }

    void forget(ApplicationId applicationId) {
        database.sql("delete from signing_identities where application_id = :application")
                .param("application", applicationId.value())
                .update();
    }

    /** Those of contracts that were neither sent nor given up. */
    @Scheduled(fixedDelay = MILLIS_BETWEEN_LOOKS)
    @EventListener(TimeTravel.Arrived.class)
    void forgetOld() {
        database.sql("delete from signing_identities where kept_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(settings.deadline())))
                .update();
    }
}
