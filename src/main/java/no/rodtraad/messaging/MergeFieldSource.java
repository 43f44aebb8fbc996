package no.rodtraad.messaging;

import java.util.Map;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;

/** A feature's contribution to the fields that message texts may use. */
public interface MergeFieldSource {

    /** Adds fields by name, e.g. {@code vacancyTitle}; formatted for a reader, in bokmål, times in Europe/Oslo. Leave out what is not known yet. */
    void contribute(CaseId caseId, ApplicationId applicationId, Map<String, Object> fields);
}
