package no.rodtraad.offer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.deadline.WorkingDays;
import no.rodtraad.messaging.SentMessages;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.StepId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * While an offer is open, tells the others in the recommendation anew that they are still in question. The diagram's
 * {@code everyWorkingDays} says how many working days each of them may wait to hear it again.
 */
@Component("keepReserveWarm")
class KeepReserveWarm implements JavaDelegate {

    static final String STILL_IN_QUESTION = "M13";

    private final Reserve reserve;
    private final Offers offers;
    private final SentMessages messages;
    private final WorkingCalendars calendars;
    private final Clock clock;

    KeepReserveWarm(Reserve reserve, Offers offers, SentMessages messages, WorkingCalendars calendars, Clock clock) {
        this.reserve = reserve;
        this.offers = offers;
        this.messages = messages;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        StepId step = StepId.of(execution);
        int every = Integer.parseInt(String.valueOf(execution.getVariableLocal("everyWorkingDays")));
        offers.standing(caseId).stream()
                .filter(offer -> offer.state() == Offers.State.OPEN)
                .forEach(offer -> reserve.besides(caseId, offer.applicationId()).stream()
                        .filter(other -> workingDaysSince(lastTold(other, offer.sentAt()), caseId) >= every)
                        .forEach(other -> reserve.tell(step, caseId, other, STILL_IN_QUESTION)));
    }

    private Instant lastTold(ApplicationId applicationId, Instant offerSent) {
        return messages.toApplication(applicationId).stream()
                .filter(message -> message.code().equals(STILL_IN_QUESTION))
                .map(SentMessages.SentMessage::createdAt)
                .filter(offerSent::isBefore)
                .findFirst()
                .orElse(offerSent);
    }

    private int workingDaysSince(Instant told, CaseId caseId) {
        WorkingDays days = calendars.of(caseId.tenantId());
        LocalDate today = OsloTime.dayOf(clock.instant());
        return days.between(OsloTime.dayOf(told), today);
    }
}
