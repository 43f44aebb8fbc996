package no.rodtraad.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The applications that are not sent yet. */
@Repository
class Drafts {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Draft> find(ApplicationId id) {
        return jdbc.sql("select * from drafts where id = :id")
                .param("id", id.value())
                .query(this::draft)
                .optional();
    }

    void add(ApplicationId id, CaseId caseId, ApplicationForm form) {
        jdbc.sql("""
                        insert into drafts (id, tenant_id, case_id, name, email, form, created_at, changed_at)
                        values (:id, :tenant, :case, :name, :email, cast(:form as jsonb), :now, :now)
                        """)
                .param("id", id.value())
                .param("tenant", caseId.tenantId())
                .param("case", caseId.value())
                .param("name", form.getName())
                .param("email", form.getEmail())
                .param("form", write(form))
                .param("now", Applications.utc(clock.instant()))
                .update();
    }

    /** Keeps what was typed; the name and the address to write to only where they are given. */
    void save(ApplicationId id, String name, String email, ApplicationForm form) {
        jdbc.sql("""
                        update drafts set name = :name, email = :email, form = cast(:form as jsonb), changed_at = :now
                        where id = :id
                        """)
                .param("name", name)
                .param("email", email)
                .param("form", write(form))
                .param("now", Applications.utc(clock.instant()))
                .param("id", id.value())
                .update();
    }

    /** @return whether there was one; for others it is gone from now on */
    boolean remove(ApplicationId id) {
        return jdbc.sql("delete from drafts where id = :id")
                        .param("id", id.value())
                        .update()
                > 0;
    }

    record Reminder(ApplicationId id, LocalDate deadline) {}

    /**
     * Those begun more than some days before a deadline that is at most so many days away, whose owner has neither been
     * reminded of it nor sent an application from the same address.
     */
    List<Reminder> toRemind(LocalDate today, int daysBefore) {
        return jdbc.sql("""
                        select d.id, v.application_deadline
                        from drafts d
                        join vacancies v on v.case_id = d.case_id and v.state = 'PUBLISHED'
                        join hiring_cases c on c.id = d.case_id and c.state = 'OPEN'
                        where v.application_deadline >= :today and v.application_deadline - :days <= :today
                          and (d.created_at at time zone 'Europe/Oslo')::date < v.application_deadline - :days
                          and d.reminded_for is distinct from v.application_deadline
                          and not exists (
                            select from applications a join applicants p on p.id = a.applicant_id
                            where a.case_id = d.case_id and lower(p.email) = lower(d.email))
                        """)
                .param("today", today)
                .param("days", daysBefore)
                .query((row, number) -> new Reminder(
                        new ApplicationId(row.getObject("id", UUID.class)),
                        row.getObject("application_deadline", LocalDate.class)))
                .list();
    }

    void reminded(Reminder reminder) {
        jdbc.sql("update drafts set reminded_for = :deadline where id = :id")
                .param("deadline", reminder.deadline())
                .param("id", reminder.id().value())
                .update();
    }

    /** Those whose deadline passed before the day. */
    List<ApplicationId> withDeadlineBefore(LocalDate day) {
        return jdbc.sql("""
                        select d.id from drafts d join vacancies v on v.case_id = d.case_id
                        where v.application_deadline < :day
                        """).param("day", day).query(UUID.class).list().stream()
                .map(ApplicationId::new)
                .toList();
    }

    private String write(ApplicationForm form) {
        try {
            return json.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be written as JSON", e);
        }
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        try {
            return new Draft(
                    new ApplicationId(row.getObject("id", UUID.class)),
                    new CaseId(row.getString("case_id")),
                    row.getString("name"),
                    row.getString("email"),
                    json.readValue(row.getString("form"), ApplicationForm.class),
                    row.getObject("changed_at", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The draft %s cannot be read".formatted(row.getString("id")), e);
        }
    }
}
