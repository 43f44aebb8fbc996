package no.rodtraad.application;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;

/** An application has come in; published in the transaction that keeps it. */
public record ApplicationReceived(CaseId caseId, ApplicationId applicationId) {}
