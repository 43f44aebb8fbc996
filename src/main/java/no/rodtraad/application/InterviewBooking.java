package no.rodtraad.application;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the municipality choose an interview time for a candidate who has asked for one, say on the phone. */
@Service
public class InterviewBooking {

    private final CandidateActions actions;

    InterviewBooking(CandidateActions actions) {
        this.actions = actions;
    }

    /** @return whether the time is now the candidate's */
    @Transactional
    public boolean choose(ApplicationInfo application, UUID slot) {
        return actions.chooseInterviewTime(application, slot) == CandidateActions.Choice.CHOSEN;
    }
}
