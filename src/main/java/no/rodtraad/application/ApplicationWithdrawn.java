package no.rodtraad.application;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;

/** An applicant has withdrawn; published in the transaction that keeps it. */
public record ApplicationWithdrawn(CaseId caseId, ApplicationId applicationId) {}
