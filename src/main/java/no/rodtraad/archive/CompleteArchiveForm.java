package no.rodtraad.archive;

import java.util.List;
import java.util.Map;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.HiringVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the archivist what is missing, and archives what can be made when the form is submitted. */
@Component
class CompleteArchiveForm implements FormBinding {

    private final Completeness completeness;

    CompleteArchiveForm(Completeness completeness) {
        this.completeness = completeness;
    }

    @Override
    public String formKey() {
        return "complete-archive";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        List<String> missing = completeness.sentences(context.caseId(), hired(context));
        return Map.of(
                "missingRecords",
                missing.isEmpty()
                        ? "Ingenting mangler lenger. Fullfør oppgaven, så går saken videre."
                        : String.join("\n", missing));
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        completeness.fill(context.caseId(), hired(context));
    }

    private static boolean hired(FormContext context) {
        return context.get(HiringVariables.HIRED).orElse(false);
    }
}
