package no.rodtraad.application;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What candidates do on their own pages, each told to their journey in the same transaction. */
@Service
class CandidateActions {

    private final Applications applications;
    private final InterviewSlots slots;
    private final Journeys journeys;
    private final ApplicationEventPublisher events;

    CandidateActions(
            Applications applications, InterviewSlots slots, Journeys journeys, ApplicationEventPublisher events) {
        this.applications = applications;
        this.slots = slots;
        this.journeys = journeys;
        this.events = events;
    }

    enum Choice {
        CHOSEN,
        TAKEN,
        NOT_NOW
    }

    /** @return whether the application was withdrawn now */
    @Transactional
    boolean withdraw(ApplicationInfo application, @Nullable String reason) {
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

    @Transactional
    Choice chooseInterviewTime(ApplicationInfo application, UUID slot) {
        if (!application.invited() || !application.open() || application.interviewAt() != null) {
            return Choice.NOT_NOW;
        }
        var taken = slots.take(application.caseId(), application.id(), slot);
        if (taken.isEmpty()) {
            return Choice.TAKEN;
        }
        Instant startsAt = taken.get().startsAt();
        journeys.tellCandidate(
                "interviewTime:" + application.id(),
                application.caseId(),
                application.id(),
                "candidate.interviewTimeChosen",
                Map.of(HiringVariables.INTERVIEW_AT, Date.from(startsAt)));
        return Choice.CHOSEN;
    }
}
