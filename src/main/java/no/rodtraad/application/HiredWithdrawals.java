package no.rodtraad.application;

import java.time.Clock;
import java.util.Map;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.messaging.FinalAnswers;
import no.rodtraad.process.FollowUps;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one who was hired withdraws before the first day. The case is open again until somebody has chosen what to do, and
 * the one who leaves gets an answer that confirms it.
 */
@Service
public class HiredWithdrawals {

    private final Applications applications;
    private final ObjectProvider<OfferAnswers> offers;
    private final ObjectProvider<ContractSigning> contracts;
    private final HiringCases cases;
    private final FinalAnswers answers;
    private final FollowUps followUps;
    private final Journeys journeys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HiredWithdrawals(
            Applications applications,
            ObjectProvider<OfferAnswers> offers,
            ObjectProvider<ContractSigning> contracts,
            HiringCases cases,
            FinalAnswers answers,
            FollowUps followUps,
            Journeys journeys,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.offers = offers;
        this.contracts = contracts;
        this.cases = cases;
        this.answers = answers;
        this.followUps = followUps;
        this.journeys = journeys;
        this.events = events;
        this.clock = clock;
    }

    /** From when both have signed and the answer has arrived until the day before the first day of work. */
    public boolean isPossible(ApplicationInfo application) {
        return application.outcome() == Outcome.HIRED
                && application.answeredAt() != null
                && contracts
                        .getObject()
                        .waiting(application.id())
                        .filter(contract -> contract.state() == ContractView.State.SIGNED)
                        .isPresent()
                && offers.getObject()
                        .open(application.id())
                        .filter(offer -> offer.firstDay().isAfter(OsloTime.dayOf(clock.instant())))
                        .isPresent();
    }

    /** @return whether the candidate was withdrawn now */
    @Transactional
    public boolean withdraw(ApplicationInfo application, @Nullable String reason) {
        applications.lockCase(application.caseId());
        if (!isPossible(applications.get(application.id()))) {
            return false;
        }
        leave(application, reason);
        return true;
    }

    private void leave(ApplicationInfo application, @Nullable String reason) {
        applications.leave(application.id(), reason);
        answers.takeBack(application.id());
        cases.reopen(application.caseId());
        String key = "hiredWithdrew:" + application.id();
        followUps.leave(
                key,
                application.caseId(),
                application.id(),
                Map.of(
                        HiringVariables.OUTCOME,
                        Outcome.WITHDRAWN.name(),
                        HiringVariables.INTERVIEWED,
                        true,
                        HiringVariables.ANSWER_CODE,
                        FinalAnswers.GENERAL));
        journeys.tellCase(
                key,
                application.caseId(),
                "case.hiredWithdrew",
                Map.of(
                        HiringVariables.HIRED_WITHDREW,
                        true,
                        HiringVariables.HIRED,
                        false,
                        HiringVariables.SIGNED,
                        false));
        events.publishEvent(new ApplicationWithdrawn(application.caseId(), application.id()));
    }
}
