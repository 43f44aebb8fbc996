package no.rodtraad.hiring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;

/** What people answered in the forms of a case. */
public interface CaseAnswers {

    /** The newest answer to each field of the case, and of the application where one is given, by field key. */
    Map<String, Object> latest(CaseId caseId, @Nullable ApplicationId applicationId);

    /** The newest submission of a form, with labels in the form's order. */
    Optional<Submission> newest(CaseId caseId, @Nullable ApplicationId applicationId, String formKey);

    /** Every submission of a form, oldest first; several people may answer the same one. */
    List<Submission> all(CaseId caseId, @Nullable ApplicationId applicationId, String formKey);

    record Submission(String formKey, String step, String submittedBy, Instant submittedAt, List<Answer> answers) {}

    /** @param value text, number, boolean, list or map as submitted */
    record Answer(String fieldKey, String label, Object value) {}
}
