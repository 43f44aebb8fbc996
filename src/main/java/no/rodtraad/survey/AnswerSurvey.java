package no.rodtraad.survey;

import java.time.Clock;
import java.util.Map;
import no.rodtraad.process.OsloTime;
import no.rodtraad.survey.BallotBox.Box;
import no.rodtraad.survey.SurveyInvitations.Invitation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an answer: the link is used up and the answer kept, both or neither. */
@Service
class AnswerSurvey {

    private final SurveyInvitations invitations;
    private final BallotBox box;
    private final Clock clock;

    AnswerSurvey(SurveyInvitations invitations, BallotBox box, Clock clock) {
        this.invitations = invitations;
        this.box = box;
        this.clock = clock;
    }

    /**
     * @param scores 1 to 5 by statement
     * @return false where the link was used before
     */
    @Transactional
    public boolean answer(Invitation invitation, Map<String, Integer> scores, String text) {
        if (!invitations.use(invitation.id())) {
            return false;
        }
        Quarter quarter = Quarter.of(OsloTime.dayOf(clock.instant()));
        box.put(new Box(invitation.caseId().tenantId(), invitation.kind(), quarter), scores, text);
        return true;
    }
}
