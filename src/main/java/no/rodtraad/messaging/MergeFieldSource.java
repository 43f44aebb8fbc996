package no.rodtraad.messaging;

import java.util.Map;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;

/** A feature's contribution to the fields that message texts may use. */
public interface MergeFieldSource {

    /**
     * Adds fields by name, e.g. {@code vacancyTitle}. Dates as {@link java.time.LocalDate}, moments as
     * {@link java.time.Instant}, words of ours as {@link Wording}: they are written in the candidate's language. Leave out
     * what is not known yet.
     */
    void contribute(CaseId caseId, ApplicationId applicationId, Map<String, Object> fields);
}
