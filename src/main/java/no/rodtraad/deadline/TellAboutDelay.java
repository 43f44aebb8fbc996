package no.rodtraad.deadline;

import java.util.Map;
import no.rodtraad.deadline.DeadlineWatch.Running;
import no.rodtraad.messaging.Recipients;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Has the journey of each candidate who still waits for us say that a promised date has slipped. One whose turn it is, with
 * an offer or a contract to answer, is reminded of that elsewhere.
 */
@Component
class TellAboutDelay implements JavaDelegate {

    private static final String INFORMED = "candidate.informed";

    private final DeadlineWatch watch;
    private final Recipients recipients;
    private final Journeys journeys;

    TellAboutDelay(DeadlineWatch watch, Recipients recipients, Journeys journeys) {
        this.watch = watch;
        this.recipients = recipients;
        this.journeys = journeys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String code = HiringVariables.MESSAGE_CODE.from(execution);
        watch.running(execution).ifPresent(deadline -> tell(deadline, code));
    }

    private void tell(Running deadline, String code) {
        recipients.openOfCase(deadline.caseId()).stream()
                .filter(application -> !recipients.isWaitedFor(application))
                .forEach(application -> journeys.tellCandidate(
                        "delay:%s:%s".formatted(deadline.key(), application),
                        deadline.caseId(),
                        application,
                        INFORMED,
                        Map.of(HiringVariables.MESSAGE_CODE, code)));
    }
}
