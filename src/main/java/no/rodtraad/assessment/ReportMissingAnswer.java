package no.rodtraad.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import no.rodtraad.deadline.CaseOwners;
import no.rodtraad.messaging.StaffMessages;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.OsloTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Makes a missing answer seen: an incident in Cockpit that lasts until the process has ended, and one mail a day to those
 * who own the case.
 */
@Component("reportMissingAnswer")
class ReportMissingAnswer implements JavaDelegate {

    private static final String INCIDENT_TYPE = "missingAnswer";

    private final StaffMessages messages;
    private final CaseOwners people;
    private final Clock clock;

    ReportMissingAnswer(StaffMessages messages, CaseOwners people, Clock clock) {
        this.messages = messages;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        ApplicationId applicationId = ApplicationId.of(execution);
        execution.createIncident(
                INCIDENT_TYPE,
                applicationId.toString(),
                "En søker i sak %s har ikke fått endelig svar. HR har oppgaven «Ring søkeren med svaret». Søknaden: %s."
                        .formatted(caseId.caseNumber(), applicationId));
        LocalDate today = OsloTime.dayOf(clock.instant());
        people.owners(caseId)
                .forEach(user ->
                        messages.send("S10:%s:%s:%s".formatted(caseId, today, user), caseId, user, "S10", Map.of()));
    }
}
