package no.rodtraad.application;

import java.time.Clock;
import java.time.LocalDate;
import no.rodtraad.messaging.DirectMessages;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.TimeTravel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds of drafts when the deadline is near, and deletes those that were never sent. */
@Component
class DraftUpkeep {

    private static final long MILLIS_BETWEEN_LOOKS = 60_000;

    private final Drafts drafts;
    private final DraftActions actions;
    private final DirectMessages messages;
    private final Clock clock;
    private final int daysBeforeDeadline;
    private final int daysKept;

    DraftUpkeep(
            Drafts drafts,
            DraftActions actions,
            DirectMessages messages,
            Clock clock,
            @Value("${rodtraad.drafts.remind-days-before:3}") int daysBeforeDeadline,
            @Value("${rodtraad.drafts.keep-days:14}") int daysKept) {
        this.drafts = drafts;
        this.actions = actions;
        this.messages = messages;
        this.clock = clock;
        this.daysBeforeDeadline = daysBeforeDeadline;
        this.daysKept = daysKept;
    }

    @Scheduled(fixedDelay = MILLIS_BETWEEN_LOOKS)
    @EventListener(TimeTravel.Arrived.class)
    @Transactional
    public void remindAndDelete() {
        LocalDate today = OsloTime.dayOf(clock.instant());
        drafts.toRemind(today, daysBeforeDeadline).forEach(this::remind);
        drafts.withDeadlineBefore(today.minusDays(daysKept)).forEach(actions::delete);
    }

    private void remind(Drafts.Reminder reminder) {
        messages.send(
                "draft:%s:reminder:%s".formatted(reminder.id(), reminder.deadline()),
                DraftMessages.KIND,
                reminder.id().value(),
                "M02");
        drafts.reminded(reminder);
    }
}
