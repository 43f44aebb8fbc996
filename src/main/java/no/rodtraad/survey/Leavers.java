package no.rodtraad.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.SurveyJourneys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Those who began less than a year ago, and the word that one of them leaves. */
@Service
class Leavers {

    private final JdbcClient jdbc;
    private final SurveyJourneys journeys;
    private final Clock clock;

    Leavers(JdbcClient jdbc, SurveyJourneys journeys, Clock clock) {
        this.jdbc = jdbc;
        this.journeys = journeys;
        this.clock = clock;
    }

    record Newcomer(CaseId caseId, ApplicationId applicationId, String name, String position, LocalDate firstDay) {}

    /** Who may be asked why they leave, by name; whoever has been asked is not among them. */
    List<Newcomer> newcomers(Collection<String> tenants) {
        LocalDate today = OsloTime.dayOf(clock.instant());
        return jdbc.sql("""
                        select a.case_id, a.id, p.name, c.title, o.first_day
                        from applications a
                        join applicants p on p.id = a.applicant_id
                        join hiring_cases c on c.id = a.case_id
                        join offers o on o.application_id = a.id and o.state = 'ACCEPTED'
                        where a.tenant_id = any(:tenants) and a.outcome = 'HIRED'
                          and o.first_day between :yearAgo and :today
                          and not exists (
                            select from survey_invitations i where i.application_id = a.id and i.kind = 'EXIT')
                        order by p.name, a.id
                        """)
                .param("tenants", tenants.toArray(String[]::new))
                .param("yearAgo", today.minusYears(1))
                .param("today", today)
                .query((row, number) -> new Newcomer(
                        new CaseId(row.getString("case_id")),
                        new ApplicationId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("title"),
                        row.getObject("first_day", LocalDate.class)))
                .list();
    }

    /** The survey is sent by the process, which may be a moment later. */
    @Transactional
    public void leaves(Newcomer newcomer) {
        journeys.tell(
                "leaves:%s:%s".formatted(newcomer.applicationId(), OsloTime.dayOf(clock.instant())),
                newcomer.caseId(),
                newcomer.applicationId(),
                "survey.leaving");
    }
}
