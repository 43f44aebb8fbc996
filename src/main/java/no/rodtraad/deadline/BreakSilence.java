package no.rodtraad.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import no.rodtraad.messaging.CandidateMessages;
import no.rodtraad.messaging.FinalAnswers;
import no.rodtraad.messaging.StaffMessages;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.StepId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Writes to a candidate who has heard nothing for the maximum silence, and tells HR once a day and case. After the final
 * answer nobody is written to.
 */
@Component
class BreakSilence implements JavaDelegate {

    private final Silence silence;
    private final FinalAnswers answers;
    private final CandidateMessages candidates;
    private final StaffMessages staff;
    private final People people;
    private final Clock clock;

    BreakSilence(
            Silence silence,
            FinalAnswers answers,
            CandidateMessages candidates,
            StaffMessages staff,
            People people,
            Clock clock) {
        this.silence = silence;
        this.answers = answers;
        this.candidates = candidates;
        this.staff = staff;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        ApplicationId applicationId = ApplicationId.of(execution);
        boolean answered = answers.isWritten(applicationId);
        HiringVariables.ANSWERED.set(execution, answered);
        if (!answered && silence.isTooLong(caseId, applicationId)) {
            candidates.send(
                    StepId.of(execution).value(), caseId, applicationId, HiringVariables.MESSAGE_CODE.from(execution));
            tellOwners(caseId);
        }
    }

    private void tellOwners(CaseId caseId) {
        LocalDate today = OsloTime.dayOf(clock.instant());
        people.owners(caseId)
                .forEach(user ->
                        staff.send("S05:%s:%s:%s".formatted(caseId, today, user), caseId, user, "S05", Map.of()));
    }
}
