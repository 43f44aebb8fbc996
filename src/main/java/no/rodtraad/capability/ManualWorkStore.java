package no.rodtraad.capability;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import no.rodtraad.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps when each piece of manual work began and ended. */
@Repository
class ManualWorkStore implements ManualWork {

    private final JdbcClient jdbc;
    private final Clock clock;

    ManualWorkStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param half how long half of what is done took at most; zero when nothing is done */
    record Summary(int waiting, int done, Duration half) {}

    @Override
    public void began(String tenantId, Capability capability, CaseId caseId, String key) {
        jdbc.sql("""
                        insert into manual_work (key, tenant_id, capability, case_id, began_at)
                        values (:key, :tenant, :capability, :case, :now)
                        on conflict (key) do nothing""")
                .param("key", key)
                .param("tenant", tenantId)
                .param("capability", capability.name())
                .param("case", caseId.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public void done(String key) {
        jdbc.sql("update manual_work set done_at = :now where key = :key and done_at is null")
                .param("key", key)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Summary summary(String tenantId, Capability capability) {
        return jdbc.sql("""
                        select count(*) filter (where done_at is null) as waiting, count(done_at) as done,
                               coalesce(percentile_disc(0.5) within group (order by extract(epoch from done_at - began_at))
                                        filter (where done_at is not null), 0)::bigint as half
                        from manual_work where tenant_id = :tenant and capability = :capability""")
                .param("tenant", tenantId)
                .param("capability", capability.name())
                .query((row, number) ->
                        new Summary(row.getInt("waiting"), row.getInt("done"), Duration.ofSeconds(row.getLong("half"))))
                .single();
    }
}
