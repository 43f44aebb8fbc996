package no.rodtraad.assessment;

import java.util.Map;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.application.Outcome;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.StepId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets every candidate who still waits have a final answer: rejected, or that the case was cancelled. Each is told in a
 * job of its own. Who was hired, said no or withdrew has an outcome already.
 */
@Component("releaseCandidates")
class ReleaseCandidates implements JavaDelegate {

    private final Applications applications;
    private final HiringCases cases;
    private final Milestones milestones;
    private final Journeys journeys;

    ReleaseCandidates(Applications applications, HiringCases cases, Milestones milestones, Journeys journeys) {
        this.applications = applications;
        this.cases = cases;
        this.milestones = milestones;
        this.journeys = journeys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        StepId step = StepId.of(execution);
        applications.lockCase(caseId);
        boolean cancelled = cases.get(caseId).state() == HiringCases.State.CANCELLED;
        for (ApplicationInfo application : applications.ofCase(caseId)) {
            if (application.answeredAt() == null) {
                Outcome outcome = outcome(application.outcome(), cancelled);
                applications.conclude(application.id(), outcome);
                if (outcome != Outcome.HIRED) {
                    journeys.tellCandidate(
                            step + ":" + application.id(),
                            caseId,
                            application.id(),
                            "candidate.concluded",
                            Map.of(
                                    HiringVariables.OUTCOME,
                                    outcome.name(),
                                    HiringVariables.INTERVIEWED,
                                    application.interviewedAt() != null));
                }
            }
        }
        milestones.released(caseId, step.value());
    }

    private static Outcome outcome(@Nullable Outcome known, boolean cancelled) {
        if (known != null) {
            return known;
        }
        return cancelled ? Outcome.CANCELLED : Outcome.REJECTED;
    }
}
