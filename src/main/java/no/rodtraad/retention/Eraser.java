package no.rodtraad.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import no.rodtraad.process.OsloTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the person out of the working copies. Ids, dates and outcomes stay, so that nothing that refers to them breaks and
 * the case can still be counted; the engine never held more. What ties applications of one sending together goes, or those
 * that are left would tell whose the shell was. The archive is not touched.
 */
@Component
class Eraser {

    private final JdbcClient database;
    private final Clock clock;

    Eraser(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void application(String tenantId, UUID application) {
        update("""
                update applications set letter = '', education = '', experience = '', source = null,
                  exemption_reason = null, exemption_assessment = null, assessment_reason = null,
                  withdrawal_reason = null, group_id = null, wish = null, erased_at = :now
                where id = :id
                """, application);
        update("""
                delete from application_groups g
                where g.tenant_id = (select tenant_id from applications where id = :id)
                  and not exists (select 1 from applications a where a.group_id = g.id)
                """, application);
        update("""
                update applicants p set name = 'Slettet søker', email = '', phone = '', birth_year = 0, gender = 'OTHER',
                  job_title = '', municipality = ''
                where id = (select applicant_id from applications where id = :id)
                  and not exists (select 1 from applications a where a.applicant_id = p.id and a.erased_at is null)
                """, application);
        update("update offers set terms = null, decline_reason = null where application_id = :id", application);
        update("update outbox set last_error = null where application_id = :id", application);
        update(
                "delete from signatures where contract_id in (select id from contracts where application_id = :id)",
                application);
        update("delete from contracts where application_id = :id", application);
        int files = update("delete from documents where application_id = :id", application);
        int messages =
                update("update messages set subject = '', body_text = '' where application_id = :id", application);
        int forms = update("delete from form_submissions where application_id = :id", application);
        count(tenantId, Kind.APPLICATION, 1);
        count(tenantId, Kind.FILE, files);
        count(tenantId, Kind.MESSAGE, messages);
        count(tenantId, Kind.FORM, forms);
    }

    void casePapers(String tenantId, String caseId) {
        update("update hiring_cases set papers_erased_at = :now where id = :id", caseId);
        int forms = update("delete from form_submissions where case_id = :id", caseId);
        int lists = update("delete from applicant_lists where case_id = :id", caseId);
        update("delete from documents where case_id = :id and kind = 'APPLICANT_LIST'", caseId);
        int mails = update(
                "update staff_messages set subject = '', body_text = '', calendar_content = null where case_id = :id",
                caseId);
        count(tenantId, Kind.FORM, forms);
        count(tenantId, Kind.LIST, lists);
        count(tenantId, Kind.EMPLOYEE_MAIL, mails);
    }

    private int update(String sql, Object id) {
        var statement = database.sql(sql).param("id", id);
        return (sql.contains(":now") ? statement.param("now", clock.instant().atOffset(ZoneOffset.UTC)) : statement)
                .update();
    }

    private void count(String tenantId, Kind kind, int number) {
        if (number == 0) {
            return;
        }
        LocalDate today = OsloTime.dayOf(clock.instant());
        database.sql("""
                        insert into erasures (tenant_id, day, kind, number) values (:tenant, :day, :kind, :number)
                        on conflict (tenant_id, day, kind) do update set number = erasures.number + excluded.number
                        """)
                .param("tenant", tenantId)
                .param("day", today)
                .param("kind", kind.name())
                .param("number", number)
                .update();
    }
}
