package no.rodtraad.application;

import no.rodtraad.process.ApplicationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Withdrawals that candidates tell HR of, instead of doing it on their own page; the same happens. */
@Service
public class Withdrawals {

    private final CandidateActions actions;
    private final HiredWithdrawals hired;
    private final Applications applications;

    Withdrawals(CandidateActions actions, HiredWithdrawals hired, Applications applications) {
        this.actions = actions;
        this.hired = hired;
        this.applications = applications;
    }

    /** Until there is an outcome, and for the one who was hired until the day before the first day of work. */
    public boolean isPossible(ApplicationInfo application) {
        return application.underWay() || hired.isPossible(application);
    }

    /**
     * @param reason in the words of the candidate or of HR; deleted with the application
     * @return whether the application was withdrawn now
     */
    public boolean reported(ApplicationId applicationId, @Nullable String reason) {
        return actions.withdraw(applications.get(applicationId), reason);
    }
}
