package no.rodtraad.assessment;

import java.time.Clock;
import java.util.Map;
import no.rodtraad.application.ApplicationAnswered;
import no.rodtraad.application.ApplicationWithdrawn;
import no.rodtraad.application.Applications;
import no.rodtraad.messaging.AnswerReturned;
import no.rodtraad.messaging.FinalAnswers;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FollowUps;
import no.rodtraad.process.Journeys;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows when the last of several candidates has come far enough, and tells the case, once. One at a time counts what is
 * left in a case, so that two who finish at the same moment do not both believe that the other is missing.
 */
@Component
class Milestones {

    private final Applications applications;
    private final FinalAnswers answers;
    private final Journeys journeys;
    private final FollowUps followUps;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Milestones(
            Applications applications,
            FinalAnswers answers,
            Journeys journeys,
            FollowUps followUps,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.answers = answers;
        this.journeys = journeys;
        this.followUps = followUps;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    void interviewHeld(CaseId caseId, ApplicationId applicationId) {
        applications.lockCase(caseId);
        applications.interviewed(applicationId, clock.instant());
        tellWhenInterviewed(caseId);
    }

    void assessed(CaseId caseId, ApplicationId applicationId) {
        applications.lockCase(caseId);
        applications.assessed(applicationId, clock.instant());
        tellWhenAssessed(caseId);
    }

    /** @throws IllegalStateException when no final answer has arrived, so that no diagram can make it look as if one had */
    void answered(CaseId caseId, ApplicationId applicationId) {
        if (!answers.hasReached(applicationId)) {
            throw new IllegalStateException("No final answer has reached application %s; its journey must wait for it"
                    .formatted(applicationId));
        }
        applications.lockCase(caseId);
        applications.answered(applicationId, clock.instant());
        events.publishEvent(new ApplicationAnswered(caseId, applicationId));
        tellWhenAnswered(caseId);
    }

    /** The candidate counts as unanswered again, until somebody has told what the answer was. */
    @EventListener
    void returned(AnswerReturned event) {
        applications.lockCase(event.caseId());
        applications.unanswered(event.applicationId());
        followUps.answerMissing(event.messageId().toString(), event.caseId(), event.applicationId());
    }

    /** From now on the case waits for everyone to have an answer. */
    void released(CaseId caseId, String step) {
        jdbc.sql("update hiring_cases set released_by_step = :step where id = :id")
                .param("step", step)
                .param("id", caseId.value())
                .update();
        tellWhenAnswered(caseId);
    }

    /** Nobody waits for the interview of someone who has left. */
    @EventListener
    void withdrawn(ApplicationWithdrawn event) {
        applications.lockCase(event.caseId());
        applications
                .find(event.applicationId())
                .filter(application -> application.invited())
                .ifPresent(application -> {
                    tellWhenInterviewed(event.caseId());
                    tellWhenAssessed(event.caseId());
                });
    }

    private void tellWhenInterviewed(CaseId caseId) {
        if (applications.allInterviewed(caseId)) {
            journeys.tellCase(caseId + ":all", caseId, "case.interviewsHeld", Map.of());
        }
    }

    private void tellWhenAssessed(CaseId caseId) {
        if (applications.allAssessed(caseId)) {
            journeys.tellCase(caseId + ":all", caseId, "case.candidatesAssessed", Map.of());
        }
    }

    private void tellWhenAnswered(CaseId caseId) {
        String step = jdbc.sql("select coalesce(released_by_step, '') from hiring_cases where id = :id")
                .param("id", caseId.value())
                .query(String.class)
                .single();
        if (!step.isEmpty() && applications.allAnswered(caseId)) {
            journeys.tellCase(step, caseId, "case.everyoneAnswered", Map.of());
        }
    }
}
