package no.rodtraad.messaging;

import java.util.UUID;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;

/** A final answer that counted as delivered has come back; published in the transaction that notes it. */
public record AnswerReturned(CaseId caseId, ApplicationId applicationId, UUID messageId) {}
