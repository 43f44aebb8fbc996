package no.rodtraad.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what people answer in forms, and knows what to show in the next one. */
public interface AnswerStore {

    /** @param answers in the form's order */
    void keep(FormContext context, String formKey, List<Answer> answers);

    /**
     * Values for the fields of a form from what was answered before in the case, by field key.
     *
     * @param ownAnswers whether the form's own earlier answers are shown again
     */
    Map<String, Object> known(CaseId caseId, @Nullable ApplicationId applicationId, String formKey, boolean ownAnswers);

    record Answer(String fieldKey, String label, Object value) {}
}
