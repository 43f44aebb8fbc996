package no.rodtraad.deadline;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days a municipality is closed besides weekends and public holidays, and whether its deadlines rest in July. */
@Repository
public class ClosedDays {

    private final JdbcClient jdbc;

    ClosedDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<LocalDate> days(String tenantId) {
        return new HashSet<>(jdbc.sql("select day from closed_days where tenant_id = :tenant")
                .param("tenant", tenantId)
                .query(LocalDate.class)
                .list());
    }

    /** In the order of the days, from one day on. */
    public List<ClosedDay> from(String tenantId, LocalDate first) {
        return jdbc.sql("select day, reason from closed_days where tenant_id = :tenant and day >= :first order by day")
                .param("tenant", tenantId)
                .param("first", first)
                .query((row, number) -> new ClosedDay(row.getObject("day", LocalDate.class), row.getString("reason")))
                .list();
    }

    /** A day that is closed already gets the new reason. */
    public void close(String tenantId, LocalDate day, String reason) {
        jdbc.sql("""
                        insert into closed_days (tenant_id, day, reason) values (:tenant, :day, :reason)
                        on conflict (tenant_id, day) do update set reason = excluded.reason""")
                .param("tenant", tenantId)
                .param("day", day)
                .param("reason", reason)
                .update();
    }

    /** @return whether the day was closed */
    public boolean open(String tenantId, LocalDate day) {
        return jdbc.sql("delete from closed_days where tenant_id = :tenant and day = :day")
                        .param("tenant", tenantId)
                        .param("day", day)
                        .update()
                > 0;
    }

    public boolean julyClosed(String tenantId) {
        return jdbc.sql("select july_closed from calendar_rules where tenant_id = :tenant")
                .param("tenant", tenantId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public void closeJuly(String tenantId, boolean closed) {
        jdbc.sql("""
                        insert into calendar_rules (tenant_id, july_closed) values (:tenant, :closed)
                        on conflict (tenant_id) do update set july_closed = excluded.july_closed""").param("tenant", tenantId).param("closed", closed).update();
    }

    public record ClosedDay(LocalDate day, String reason) {}
}
