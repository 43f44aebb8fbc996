package no.rodtraad.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What all features together know about an application, for its messages. */
@Component
class MergeFields {

    private final ObjectProvider<MergeFieldSource> sources;

    MergeFields(ObjectProvider<MergeFieldSource> sources) {
        this.sources = sources;
    }

    Map<String, Object> of(CaseId caseId, ApplicationId applicationId) {
        Map<String, Object> fields = new HashMap<>();
        List<MergeFieldSource> all = sources.orderedStream().toList();
        all.forEach(source -> source.contribute(caseId, applicationId, fields));
        return fields;
    }
}
