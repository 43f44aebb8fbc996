package no.rodtraad.application;

import java.util.Map;
import no.rodtraad.messaging.FinalAnswers;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.FollowUps;
import no.rodtraad.process.HiringVariables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a candidate who has had a final answer into question again, because the position has become vacant. */
@Service
public class Reopening {

    private final Applications applications;
    private final FinalAnswers answers;
    private final FollowUps followUps;

    Reopening(Applications applications, FinalAnswers answers, FollowUps followUps) {
        this.applications = applications;
        this.answers = answers;
        this.followUps = followUps;
    }

    /** Whether the first journey has not come to its end yet, so that nothing can be reopened. */
    public boolean mustWait(ApplicationId applicationId) {
        return followUps.isTravelling(applications.get(applicationId).caseId(), applicationId);
    }

    /**
     * The candidate counts as unanswered from now on, and a new journey asks whether he or she is still interested.
     *
     * @param key idempotency key
     */
    @Transactional
    public void reopen(String key, ApplicationId applicationId) {
        ApplicationInfo application = applications.get(applicationId);
        applications.reopen(applicationId);
        answers.takeBack(applicationId);
        followUps.reopen(
                key,
                application.caseId(),
                applicationId,
                Map.of(
                        HiringVariables.EXEMPTION_REQUESTED,
                        false,
                        HiringVariables.INTERVIEWED,
                        application.interviewedAt() != null,
                        HiringVariables.OUTCOME,
                        Outcome.REJECTED.name(),
                        HiringVariables.ANSWER_CODE,
                        FinalAnswers.GENERAL));
    }
}
