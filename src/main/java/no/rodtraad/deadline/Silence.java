package no.rodtraad.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import no.rodtraad.messaging.SentMessages;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.ForDiagrams;
import no.rodtraad.process.OsloTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** How long a candidate may hear nothing: the row {@code SILENCE} of the decision table {@code deadlines}. */
@ForDiagrams
@Component("silence")
public class Silence {

    private static final String STEP = "SILENCE";

    private final SentMessages messages;
    /** Says nothing about the case; the candidate asked for it. */
    private static final String NEW_LINK = "M01L";

    private final DeadlineTable table;
    private final WorkingCalendars calendars;
    private final Clock clock;

    Silence(SentMessages messages, DeadlineTable table, WorkingCalendars calendars, Clock clock) {
        this.messages = messages;
        this.table = table;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The morning of the last day on which the candidate of the journey must hear something. */
    @ForDiagrams
    public Date endsAt(DelegateExecution execution) {
        return endsAt(CaseId.of(execution), ApplicationId.of(execution));
    }

    Date endsAt(CaseId caseId, ApplicationId applicationId) {
        Instant last = messages.toApplication(applicationId).stream()
                .filter(message -> !message.code().equals(NEW_LINK))
                .findFirst()
                .map(SentMessages.SentMessage::createdAt)
                .orElseGet(clock::instant);
        return OsloTime.morningOf(calendars
                .of(caseId.tenantId())
                .due(OsloTime.dayOf(last), table.of(caseId, STEP).target()));
    }

    boolean isTooLong(CaseId caseId, ApplicationId applicationId) {
        return !clock.instant().isBefore(endsAt(caseId, applicationId).toInstant());
    }
}
