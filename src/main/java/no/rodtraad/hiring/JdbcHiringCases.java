package no.rodtraad.hiring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.CaseOpener;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.OsloTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHiringCases implements HiringCases, CaseOpener {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcHiringCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public CaseId open(String tenantId, String userId, FormAnswers answers) {
        int year = OsloTime.dayOf(clock.instant()).getYear();
        int number = jdbc.sql("""
                        insert into case_number_series (tenant_id, year, last) values (:tenant, :year, 1)
                        on conflict (tenant_id, year) do update set last = case_number_series.last + 1
                        returning last""")
                .param("tenant", tenantId)
                .param("year", year)
                .query(Integer.class)
                .single();
        CaseId caseId = CaseId.of(tenantId, "%d-%04d".formatted(year, number));
        jdbc.sql("""
                        insert into hiring_cases
                          (id, tenant_id, case_number, title, occupational_group, workplace, reported_by, reported_at, state)
                        values (:id, :tenant, :number, :title, :group, :workplace, :user, :now, 'OPEN')""")
                .param("id", caseId.value())
                .param("tenant", tenantId)
                .param("number", caseId.caseNumber())
                .param("title", answers.text("title"))
                .param("group", answers.text("occupationalGroup"))
                .param("workplace", answers.text("workplace"))
                .param("user", userId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return caseId;
    }

    @Override
    public void started(CaseId caseId, String processInstanceId) {
        jdbc.sql("update hiring_cases set process_instance_id = :instance where id = :id")
                .param("instance", processInstanceId)
                .param("id", caseId.value())
                .update();
    }

    @Override
    public HiringCase get(CaseId caseId) {
        return find(caseId).orElseThrow(() -> new IllegalArgumentException("There is no case " + caseId));
    }

    @Override
    public Optional<HiringCase> find(CaseId caseId) {
        return jdbc.sql("select * from hiring_cases where id = :id")
                .param("id", caseId.value())
                .query(JdbcHiringCases::read)
                .optional();
    }

    @Override
    public List<HiringCase> ofTenants(List<String> tenantIds) {
        if (tenantIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from hiring_cases where tenant_id in (:tenants) order by reported_at desc, id desc")
                .param("tenants", tenantIds)
                .query(JdbcHiringCases::read)
                .list();
    }

    @Override
    public void cancel(CaseId caseId, String reason) {
        jdbc.sql(
                        "update hiring_cases set state = 'CANCELLED', cancel_reason = :reason where id = :id and state = 'OPEN'")
                .param("reason", reason)
                .param("id", caseId.value())
                .update();
    }

    @Override
    public void merge(CaseId caseId, CaseId into) {
        jdbc.sql("update hiring_cases set merged_into = :into where id = :id and tenant_id = :tenant")
                .param("into", into.value())
                .param("id", caseId.value())
                .param("tenant", into.tenantId())
                .update();
    }

    @Override
    public Optional<CaseId> mergedInto(CaseId caseId) {
        return jdbc.sql("select merged_into from hiring_cases where id = :id and merged_into is not null")
                .param("id", caseId.value())
                .query(String.class)
                .optional()
                .map(CaseId::new);
    }

    @Override
    public void reopen(CaseId caseId) {
        jdbc.sql("""
                        update hiring_cases
                        set state = 'OPEN', outcome = null, closed_at = null, released_by_step = null
                        where id = :id and state <> 'CANCELLED'""").param("id", caseId.value()).update();
    }

    void close(CaseId caseId, String outcome) {
        jdbc.sql("""
                        update hiring_cases
                        set state = case when state = 'CANCELLED' then state else 'CLOSED' end,
                            outcome = :outcome, closed_at = coalesce(closed_at, :now)
                        where id = :id""")
                .param("outcome", outcome)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", caseId.value())
                .update();
    }

    boolean hasSimilarOpenCase(CaseId caseId) {
        HiringCase hiring = get(caseId);
        return jdbc.sql("""
                        select exists (select 1 from hiring_cases
                          where id <> :id and state = 'OPEN' and occupational_group = :group
                            and reported_at > :since)""")
                .param("id", caseId.value())
                .param("group", hiring.occupationalGroup())
                .param("since", Timestamp.from(hiring.reportedAt().minus(java.time.Duration.ofDays(60))))
                .query(Boolean.class)
                .single();
    }

    private static HiringCase read(ResultSet row, int number) throws SQLException {
        return new HiringCase(
                new CaseId(row.getString("id")),
                row.getString("title"),
                row.getString("occupational_group"),
                row.getString("workplace"),
                row.getString("reported_by"),
                row.getTimestamp("reported_at").toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("outcome"),
                row.getString("cancel_reason"));
    }
}
