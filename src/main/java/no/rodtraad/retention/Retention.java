package no.rodtraad.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.TimeTravel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what has been kept long enough, or what candidates have asked to have deleted. Nobody unanswered is deleted. */
@Service
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final long MILLIS_BETWEEN_LOOKS = 600_000;

    private static final String DUE_APPLICATIONS = """
            select a.id, a.tenant_id
            from applications a join hiring_cases c on c.id = a.case_id
            where a.erased_at is null and a.answered_at is not null
              and (a.erase_requested_at is not null and (a.outcome = 'WITHDRAWN' or c.closed_at is not null)
                   or c.closed_at < case when a.outcome = 'HIRED' then :hired else :unsuccessful end)
            order by a.id
            for update of a skip locked
            """;

    private static final String DUE_CASES = """
            select id, tenant_id from hiring_cases
            where papers_erased_at is null and closed_at < :casePapers
            order by id
            for update skip locked
            """;

    private final JdbcClient database;
    private final Eraser eraser;
    private final SecretLinks links;
    private final RetentionPeriods periods;
    private final Clock clock;

    Retention(JdbcClient database, Eraser eraser, SecretLinks links, RetentionPeriods periods, Clock clock) {
        this.database = database;
        this.eraser = eraser;
        this.links = links;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * The candidate wants the working copies gone. They go when the final answer has arrived and, unless the candidate has
     * withdrawn, the case has ended.
     */
    @Transactional
    public void request(ApplicationId applicationId) {
        database.sql("""
                        update applications set erase_requested_at = coalesce(erase_requested_at, :now) where id = :id
                        """)
                .param("now", utc(clock.instant()))
                .param("id", applicationId.value())
                .update();
    }

    public boolean isRequested(ApplicationId applicationId) {
        return database.sql("select erase_requested_at is not null from applications where id = :id")
                .param("id", applicationId.value())
                .query(Boolean.class)
                .single();
    }

    /** Deletes everything that is due now. Rows that another node works on are left to it. */
    @Scheduled(fixedDelay = MILLIS_BETWEEN_LOOKS)
    @EventListener(TimeTravel.Arrived.class)
    @Transactional
    public void eraseDue() {
        List<Due> applications = database.sql(DUE_APPLICATIONS)
                .param("hired", before(periods.hired()))
                .param("unsuccessful", before(periods.unsuccessful()))
                .query((row, number) -> new Due(row.getString("id"), row.getString("tenant_id")))
                .list();
        for (Due due : applications) {
            UUID id = UUID.fromString(due.id());
            eraser.application(due.tenantId(), id);
            links.revoke(Purpose.APPLICATION, id);
        }
        List<Due> cases = database.sql(DUE_CASES)
                .param("casePapers", before(periods.casePapers()))
                .query((row, number) -> new Due(row.getString("id"), row.getString("tenant_id")))
                .list();
        cases.forEach(due -> eraser.casePapers(due.tenantId(), due.id()));
        int forgotten = links.forget(before(periods.links()).toInstant());
        if (applications.size() + cases.size() + forgotten > 0) {
            LOG.info(
                    "Slettet arbeidskopier: {} søknader, papirer i {} saker, {} utgåtte lenker",
                    applications.size(),
                    cases.size(),
                    forgotten);
        }
    }

    private record Due(String id, String tenantId) {}

    /** The beginning of the Norwegian day that lies so far back. */
    private OffsetDateTime before(Period period) {
        return utc(OsloTime.dayOf(clock.instant())
                .minus(period)
                .atStartOfDay(OsloTime.ZONE)
                .toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
