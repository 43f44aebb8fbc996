package no.rodtraad.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is away when. */
@Repository
class AbsenceStore {

    private final JdbcClient jdbc;

    AbsenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param standIn user id; null for the deputy of each case's plan
     * @param lastDay the day before the employee is back
     */
    record Absence(
            UUID id,
            String tenantId,
            String userId,
            @Nullable String standIn,
            LocalDate firstDay,
            LocalDate lastDay,
            String registeredBy) {}

    void add(Absence absence, Instant now) {
        jdbc.sql("""
                        insert into absences
                          (id, tenant_id, user_id, stand_in, first_day, last_day, registered_by, registered_at)
                        values (:id, :tenant, :user, :standIn, :first, :last, :by, :now)""")
                .param("id", absence.id())
                .param("tenant", absence.tenantId())
                .param("user", absence.userId())
                .param("standIn", absence.standIn())
                .param("first", absence.firstDay())
                .param("last", absence.lastDay())
                .param("by", absence.registeredBy())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Absence> on(String tenantId, String userId, LocalDate day) {
        return jdbc.sql("""
                        select * from absences
                        where tenant_id = :tenant and user_id = :user and ended_at is null
                          and :day between first_day and last_day
                        order by last_day desc limit 1""")
                .param("tenant", tenantId)
                .param("user", userId)
                .param("day", day)
                .query(AbsenceStore::read)
                .optional();
    }

    /** Those that have begun without their tasks having been moved, in every municipality. */
    List<Absence> toStart(LocalDate today) {
        return jdbc.sql("""
                        select * from absences
                        where ended_at is null and started_at is null and :today between first_day and last_day""").param("today", today).query(AbsenceStore::read).list();
    }

    /** @return false where another node was first */
    boolean start(UUID id, Instant now) {
        return jdbc.sql("update absences set started_at = :now where id = :id and started_at is null")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those that have not passed, by first day. */
    List<Absence> current(String tenantId, LocalDate today) {
        return jdbc.sql("""
                        select * from absences where tenant_id = :tenant and ended_at is null and last_day >= :today
                        order by first_day, user_id""")
                .param("tenant", tenantId)
                .param("today", today)
                .query(AbsenceStore::read)
                .list();
    }

    Optional<Absence> find(UUID id) {
        return jdbc.sql("select * from absences where id = :id and ended_at is null")
                .param("id", id)
                .query(AbsenceStore::read)
                .optional();
    }

    void end(UUID id, Instant now) {
        jdbc.sql("update absences set ended_at = :now where id = :id and ended_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static Absence read(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("tenant_id"),
                row.getString("user_id"),
                row.getString("stand_in"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("registered_by"));
    }
}
