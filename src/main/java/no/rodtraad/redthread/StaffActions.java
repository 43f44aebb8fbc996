package no.rodtraad.redthread;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.application.Assessment;
import no.rodtraad.application.InterviewBooking;
import no.rodtraad.application.Outcome;
import no.rodtraad.application.Withdrawals;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.identity.Staff;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.vacancy.Adverts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What employees change on these pages, each noted in the audit log in the same transaction. */
@Service
class StaffActions {

    private final Applications applications;
    private final InterviewBooking interviews;
    private final HiringCases cases;
    private final Withdrawals withdrawals;
    private final Journeys journeys;
    private final Adverts adverts;
    private final AuditLog audit;

    StaffActions(
            Applications applications,
            InterviewBooking interviews,
            HiringCases cases,
            Withdrawals withdrawals,
            Journeys journeys,
            Adverts adverts,
            AuditLog audit) {
        this.applications = applications;
        this.interviews = interviews;
        this.cases = cases;
        this.withdrawals = withdrawals;
        this.journeys = journeys;
        this.adverts = adverts;
        this.audit = audit;
    }

    @Transactional
    public void assess(Staff staff, ApplicationInfo application, Assessment assessment, String reason) {
        applications.assess(application.id(), assessment, reason);
        audit.add(
                staff,
                AuditLog.Action.APPLICATION_ASSESSED,
                application.caseId(),
                application.id().value());
    }

    /** @return whether the time is now the candidate's */
    @Transactional
    public boolean chooseInterviewTime(Staff staff, ApplicationInfo application, UUID slot) {
        if (!interviews.choose(application, slot)) {
            return false;
        }
        audit.add(
                staff,
                AuditLog.Action.INTERVIEW_TIME_CHOSEN,
                application.caseId(),
                application.id().value());
        return true;
    }

    /** @return whether the applicant was withdrawn now */
    @Transactional
    public boolean withdraw(Staff staff, ApplicationInfo application, String how) {
        if (!withdrawals.reported(application.id(), how)) {
            return false;
        }
        audit.add(
                staff,
                AuditLog.Action.WITHDRAWAL_REPORTED,
                application.caseId(),
                application.id().value());
        return true;
    }

    /** Why the case cannot be cancelled now, in a sentence. */
    Optional<String> notCancellable(CaseId caseId) {
        HiringCases.State state = cases.get(caseId).state();
        if (state == HiringCases.State.CANCELLED) {
            return Optional.of("Saken er allerede avlyst.");
        }
        if (state == HiringCases.State.CLOSED) {
            return Optional.of("Saken er avsluttet og kan ikke avlyses.");
        }
        if (applications.ofCase(caseId).stream().anyMatch(application -> application.outcome() == Outcome.HIRED)) {
            return Optional.of("En søker er allerede ansatt i denne saken, og da kan den ikke avlyses.");
        }
        return Optional.empty();
    }

    /**
     * @param into the case it is merged into, whose advert the applicants are told of; null when it just ends
     * @return why the case was not cancelled, or nothing when it was
     */
    @Transactional
    public Optional<String> cancel(Staff staff, CaseId caseId, String reason, @Nullable CaseId into) {
        applications.lockCase(caseId);
        Optional<String> refusal = notCancellable(caseId);
        if (refusal.isPresent()) {
            return refusal;
        }
        cases.cancel(caseId, reason);
        if (into != null) {
            cases.merge(caseId, into);
        }
        journeys.tellCase("cancel:" + caseId, caseId, "case.cancelled", Map.of());
        adverts.changed("cancel:" + caseId, caseId);
        audit.add(staff, AuditLog.Action.CASE_CANCELLED, caseId, null);
        return Optional.empty();
    }

    /** The phases that have not begun follow the new variant as soon as the case has been told. */
    @Transactional
    public void changeVariant(Staff staff, CaseId caseId, String variant) {
        journeys.tellCase(
                "variant:" + UUID.randomUUID(),
                caseId,
                "case.variantChanged",
                Map.of(HiringVariables.REQUESTED_VARIANT, variant));
        audit.add(staff, AuditLog.Action.VARIANT_CHANGED, caseId, null);
    }
}
