package no.rodtraad.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.rodtraad.plan.Plans.Meeting;
import no.rodtraad.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The meetings of a plan, and in whose calendars they are. */
@Repository
class MeetingStore {

    private final JdbcClient jdbc;

    MeetingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sequence how many times it has changed */
    record Row(CaseId caseId, Meeting meeting, int sequence) {}

    /** Without the cancelled ones, by time. */
    List<Row> of(CaseId caseId) {
        return jdbc.sql("""
                        select * from meetings where case_id = :case and cancelled_at is null
                        order by starts_at, title""")
                .param("case", caseId.value())
                .query(MeetingStore::read)
                .list();
    }

    Optional<Row> find(CaseId caseId, UUID id) {
        return of(caseId).stream().filter(row -> row.meeting().id().equals(id)).findFirst();
    }

    Row add(CaseId caseId, Meeting meeting) {
        jdbc.sql("""
                        insert into meetings (id, tenant_id, case_id, title, starts_at, ends_at, place)
                        values (:id, :tenant, :case, :title, :start, :end, :place)""")
                .param("id", meeting.id())
                .param("tenant", caseId.tenantId())
                .param("case", caseId.value())
                .param("title", meeting.title())
                .param("start", Timestamp.from(meeting.startsAt()))
                .param("end", Timestamp.from(meeting.endsAt()))
                .param("place", meeting.place())
                .update();
        return new Row(caseId, meeting, 0);
    }

    Row change(Row old, Meeting meeting) {
        jdbc.sql("""
                        update meetings
                        set title = :title, starts_at = :start, ends_at = :end, place = :place, sequence = :sequence
                        where id = :id""")
                .param("title", meeting.title())
                .param("start", Timestamp.from(meeting.startsAt()))
                .param("end", Timestamp.from(meeting.endsAt()))
                .param("place", meeting.place())
                .param("sequence", old.sequence() + 1)
                .param("id", meeting.id())
                .update();
        return new Row(old.caseId(), meeting, old.sequence() + 1);
    }

    /** Whoever is told so gets a higher sequence than any invitation had. */
    Row cancel(Row meeting, Instant now) {
        jdbc.sql("update meetings set cancelled_at = :now, sequence = :sequence where id = :id")
                .param("now", Timestamp.from(now))
                .param("sequence", meeting.sequence() + 1)
                .param("id", meeting.meeting().id())
                .update();
        return new Row(meeting.caseId(), meeting.meeting(), meeting.sequence() + 1);
    }

    Set<String> invited(UUID meetingId) {
        return Set.copyOf(jdbc.sql("select user_id from meeting_invitations where meeting_id = :id")
                .param("id", meetingId)
                .query(String.class)
                .list());
    }

    void invite(Row meeting, String userId) {
        jdbc.sql("""
                        insert into meeting_invitations (meeting_id, tenant_id, user_id)
                        values (:id, :tenant, :user) on conflict do nothing""")
                .param("id", meeting.meeting().id())
                .param("tenant", meeting.caseId().tenantId())
                .param("user", userId)
                .update();
    }

    void withdraw(Row meeting, String userId) {
        jdbc.sql("delete from meeting_invitations where meeting_id = :id and user_id = :user")
                .param("id", meeting.meeting().id())
                .param("user", userId)
                .update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                new CaseId(row.getString("case_id")),
                new Meeting(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        row.getString("place")),
                row.getInt("sequence"));
    }
}
