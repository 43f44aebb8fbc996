package no.rodtraad.application;

import no.rodtraad.process.ApplicationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Withdrawals that candidates tell HR of, instead of doing it on their own page. */
@Service
public class Withdrawals {

    private final CandidateActions actions;
    private final Applications applications;

    Withdrawals(CandidateActions actions, Applications applications) {
        this.actions = actions;
        this.applications = applications;
    }

    /** @return whether the application was withdrawn now */
    public boolean reported(ApplicationId applicationId, @Nullable String reason) {
        return actions.withdraw(applications.get(applicationId), reason);
    }
}
