package no.rodtraad.application;

import java.time.Instant;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;

/**
 * An application that is not sent yet.
 *
 * @param id becomes the application's when it is sent
 * @param name the last name that could be used
 * @param email where the link was last sent
 * @param form what was typed, right or wrong, without files
 */
record Draft(ApplicationId id, CaseId caseId, String name, String email, ApplicationForm form, Instant changedAt) {}
