package no.rodtraad.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.CaseTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what cases spend their time on in the table {@code case_spans}. */
@Repository
class Spans implements CaseTime {

    private final JdbcClient jdbc;
    private final Clock clock;

    Spans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void goesOn(CaseId caseId, String source, String element, Kind kind) {
        boolean already = jdbc.sql("""
                        select exists (select 1 from case_spans
                          where source = :source and kind = :kind and ended_at is null)""")
                .param("source", source)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
        if (!already) {
            ended(source);
            add(caseId, source, element, kind, clock.instant(), null);
        }
    }

    /** A clock that was set back in between gives an empty span, never a negative one. */
    @Override
    public void ended(String source) {
        jdbc.sql("""
                        update case_spans set ended_at = greatest(started_at, :now)
                        where source = :source and ended_at is null""")
                .param("source", source)
                .param("now", timestamp(clock.instant()))
                .update();
    }

    @Override
    public void spent(CaseId caseId, String source, String element, Kind kind, Instant from, Instant to) {
        add(caseId, source, element, kind, from, to.isBefore(from) ? from : to);
    }

    private void add(CaseId caseId, String source, String element, Kind kind, Instant from, @Nullable Instant to) {
        jdbc.sql("""
                        insert into case_spans (id, tenant_id, case_id, source, element, kind, started_at, ended_at)
                        values (:id, :tenant, :case, :source, :element, :kind, :from, :to)""")
                .param("id", UUID.randomUUID())
                .param("tenant", caseId.tenantId())
                .param("case", caseId.value())
                .param("source", source)
                .param("element", element)
                .param("kind", kind.name())
                .param("from", timestamp(from))
                .param("to", to == null ? null : timestamp(to))
                .update();
    }

    /** Of all cases of the municipalities, in the order they began. */
    Map<CaseId, List<TimeUse.Span>> ofTenants(List<String> tenantIds) {
        Map<CaseId, List<TimeUse.Span>> byCase = new HashMap<>();
        if (!tenantIds.isEmpty()) {
            jdbc.sql("""
                            select case_id, kind, started_at, ended_at from case_spans
                            where tenant_id in (:tenants) order by started_at, id""").param("tenants", tenantIds).query(row -> {
                byCase.computeIfAbsent(new CaseId(row.getString("case_id")), none -> new ArrayList<>())
                        .add(new TimeUse.Span(
                                Kind.valueOf(row.getString("kind")),
                                instant(row, "started_at"),
                                instantOrNull(row, "ended_at")));
            });
        }
        return byCase;
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
