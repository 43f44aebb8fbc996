package no.rodtraad.capability;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every choice; the newest one holds. */
@Repository
class CapabilityStore implements Capabilities {

    private final JdbcClient jdbc;
    private final CapabilityDefaults defaults;
    private final Clock clock;

    CapabilityStore(JdbcClient jdbc, CapabilityDefaults defaults, Clock clock) {
        this.jdbc = jdbc;
        this.defaults = defaults;
        this.clock = clock;
    }

    record Choice(String adapter, Instant changedAt, String changedBy) {}

    @Override
    public String adapterOf(String tenantId, Capability capability) {
        return history(tenantId, capability).stream()
                .findFirst()
                .map(Choice::adapter)
                .orElseGet(() -> defaults.of(capability));
    }

    /** Newest first. */
    List<Choice> history(String tenantId, Capability capability) {
        return jdbc.sql("""
                        select adapter, changed_at, changed_by from capability_settings
                        where tenant_id = :tenant and capability = :capability
                        order by id desc""")
                .param("tenant", tenantId)
                .param("capability", capability.name())
                .query((row, number) -> new Choice(
                        row.getString("adapter"),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("changed_by")))
                .list();
    }

    void choose(String tenantId, Capability capability, String adapter, String userId) {
        jdbc.sql("""
                        insert into capability_settings (tenant_id, capability, adapter, changed_at, changed_by)
                        values (:tenant, :capability, :adapter, :at, :by)""")
                .param("tenant", tenantId)
                .param("capability", capability.name())
                .param("adapter", adapter)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", userId)
                .update();
    }
}
