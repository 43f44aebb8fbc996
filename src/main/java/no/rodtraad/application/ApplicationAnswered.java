package no.rodtraad.application;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;

/** The final answer has reached an applicant; published in the transaction that keeps it. */
public record ApplicationAnswered(CaseId caseId, ApplicationId applicationId) {}
