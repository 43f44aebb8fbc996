package no.rodtraad.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What candidates do on their own pages, each told to their journey in the same transaction. */
@Service
class CandidateActions {

    private final Applications applications;
    private final InterviewSlots slots;
    private final WorkingCalendars calendars;
    private final Clock clock;
    private final Journeys journeys;
    private final HiredWithdrawals hired;
    private final ApplicationEventPublisher events;

    CandidateActions(
            Applications applications,
            InterviewSlots slots,
            WorkingCalendars calendars,
            Clock clock,
            Journeys journeys,
            HiredWithdrawals hired,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.slots = slots;
        this.calendars = calendars;
        this.clock = clock;
        this.journeys = journeys;
        this.hired = hired;
        this.events = events;
    }

    enum Choice {
        CHOSEN,
        TAKEN,
        NOT_NOW
    }

    /**
     * Also the one who was hired may withdraw, until the first day.
     *
     * @return whether the application was withdrawn now
     */
    @Transactional
    boolean withdraw(ApplicationInfo application, @Nullable String reason) {
        if (hired.isPossible(application)) {
            return hired.withdraw(application, reason);
        }
        if (!applications.withdraw(application.id(), reason)) {
            return false;
        }
        slots.release(application.id());
        journeys.tellCandidate(
                "withdrew:" + application.id(),
                application.caseId(),
                application.id(),
                "candidate.withdrew",
                Map.of(HiringVariables.OUTCOME, Outcome.WITHDRAWN.name()));
        events.publishEvent(new ApplicationWithdrawn(application.caseId(), application.id()));
        return true;
    }

    /** Until the last working day before begins: then the candidate is reminded, and the panel counts on the time. */
    boolean mayChangeInterviewTime(ApplicationInfo application) {
        return application.open()
                && changesEnd(application)
                        .filter(end -> clock.instant().isBefore(end))
                        .isPresent();
    }

    private Optional<Instant> changesEnd(ApplicationInfo application) {
        return Optional.ofNullable(application.interviewAt())
                .map(OsloTime::dayOf)
                .map(day -> calendars.of(application.caseId().tenantId()).before(day, 1))
                .map(day -> OsloTime.morningOf(day).toInstant());
    }

    /** Takes a time for a candidate who is invited, or another one instead of the candidate's own. */
    @Transactional
    Choice chooseInterviewTime(ApplicationInfo application, UUID slot) {
        if (application.interviewAt() == null) {
            return application.invited() && application.open()
                    ? tell(application, slots.take(application.caseId(), application.id(), slot), "Chosen")
                    : Choice.NOT_NOW;
        }
        return mayChangeInterviewTime(application)
                ? tell(application, slots.exchange(application.caseId(), application.id(), slot), "Changed")
                : Choice.NOT_NOW;
    }

    private Choice tell(ApplicationInfo application, Optional<InterviewSlots.Slot> taken, String what) {
        taken.ifPresent(slot -> journeys.tellCandidate(
                "interviewTime:%s:%s".formatted(application.id(), UUID.randomUUID()),
                application.caseId(),
                application.id(),
                "candidate.interviewTime" + what,
                Map.of(HiringVariables.INTERVIEW_AT, Date.from(slot.startsAt()))));
        return taken.isPresent() ? Choice.CHOSEN : Choice.TAKEN;
    }
}
