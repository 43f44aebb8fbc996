package no.rodtraad.application;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The times for interviews in a case. A time belongs to the first candidate who takes it. */
@Repository
public class InterviewSlots {

    private final JdbcClient jdbc;
    private final Clock clock;

    InterviewSlots(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Slot(UUID id, Instant startsAt, String place) {}

    /** Offers a time; the same time twice is one. */
    @Transactional
    public void offer(CaseId caseId, Instant startsAt, String place) {
        jdbc.sql("""
                        insert into interview_slots (id, tenant_id, case_id, starts_at, place)
                        values (:id, :tenant, :case, :startsAt, :place)
                        on conflict (case_id, starts_at) do update set place = excluded.place
                        """)
                .param("id", UUID.randomUUID())
                .param("tenant", caseId.tenantId())
                .param("case", caseId.value())
                .param("startsAt", Applications.utc(startsAt))
                .param("place", place)
                .update();
    }

    /** Times nobody has taken and that are still to come, in order. */
    public List<Slot> free(CaseId caseId) {
        return jdbc.sql("""
                        select id, starts_at, place from interview_slots
                        where case_id = :case and application_id is null and starts_at > :now
                        order by starts_at
                        """)
                .param("case", caseId.value())
                .param("now", Applications.utc(clock.instant()))
                .query((row, number) -> new Slot(
                        row.getObject("id", UUID.class),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getString("place")))
                .list();
    }

    /** Where the interviews of the case are held. */
    public List<String> places(CaseId caseId) {
        return jdbc.sql("select distinct place from interview_slots where case_id = :case order by place")
                .param("case", caseId.value())
                .query(String.class)
                .list();
    }

    /** Takes a time for a candidate who has none; empty when somebody else was first. */
    @Transactional
    Optional<Slot> take(CaseId caseId, ApplicationId applicationId, UUID slot) {
        return jdbc.sql("""
                        update interview_slots set application_id = :application
                        where id = :slot and case_id = :case and application_id is null and starts_at > :now
                          and not exists (select 1 from interview_slots taken where taken.application_id = :application)
                        returning id, starts_at, place
                        """)
                .param("application", applicationId.value())
                .param("slot", slot)
                .param("case", caseId.value())
                .param("now", Applications.utc(clock.instant()))
                .query((row, number) -> new Slot(
                        row.getObject("id", UUID.class),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getString("place")))
                .optional();
    }

    /** Takes another time instead of the candidate's own; empty, with nothing changed, when somebody else was first. */
    @Transactional
    Optional<Slot> exchange(CaseId caseId, ApplicationId applicationId, UUID slot) {
        boolean free = jdbc.sql("""
                        select id from interview_slots
                        where id = :slot and case_id = :case and application_id is null and starts_at > :now
                        for update
                        """)
                .param("slot", slot)
                .param("case", caseId.value())
                .param("now", Applications.utc(clock.instant()))
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!free) {
            return Optional.empty();
        }
        release(applicationId);
        return take(caseId, applicationId, slot);
    }

    /** Gives a time that is still to come back to the others. */
    @Transactional
    void release(ApplicationId applicationId) {
        jdbc.sql("""
                        update interview_slots set application_id = null
                        where application_id = :application and starts_at > :now
                        """)
                .param("application", applicationId.value())
                .param("now", Applications.utc(clock.instant()))
                .update();
    }
}
