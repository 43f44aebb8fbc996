package no.rodtraad.archive;

import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.StepId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Archives the record that the step names in its input {@code documentCode}. */
@Component("archiveDocument")
class ArchiveDocument implements JavaDelegate {

    private static final String INPUT = "documentCode";

    private final Archive archive;

    ArchiveDocument(Archive archive) {
        this.archive = archive;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (!(execution.getVariableLocal(INPUT) instanceof String code)) {
            throw new IllegalStateException("Steget «%s» mangler inndata «%s» (en kode fra D01 til D35)."
                    .formatted(execution.getCurrentActivityId(), INPUT));
        }
        archive.archive(
                StepId.of(execution).value(),
                code,
                CaseId.of(execution),
                ApplicationId.find(execution).orElse(null));
    }
}
