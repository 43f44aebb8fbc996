package no.rodtraad.application;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An applicant has said on the phone or in a mail to HR that he or she withdraws; the same happens as on the own page. */
@Service
public class ReportedWithdrawals {

    private final CandidateActions actions;
    private final HiredWithdrawals hired;

    ReportedWithdrawals(CandidateActions actions, HiredWithdrawals hired) {
        this.actions = actions;
        this.hired = hired;
    }

    /** Until there is an outcome, and for the one who was hired until the day before the first day of work. */
    public boolean isPossible(ApplicationInfo application) {
        return application.underWay() || hired.isPossible(application);
    }

    /**
     * @param how how the applicant said it, in HR's words; deleted with the application
     * @return whether the applicant was withdrawn now
     */
    @Transactional
    public boolean withdraw(ApplicationInfo application, String how) {
        return actions.withdraw(application, how);
    }
}
