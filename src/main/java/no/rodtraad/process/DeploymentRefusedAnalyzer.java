package no.rodtraad.process;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which diagram stopped the start, where in it, and what to do. */
class DeploymentRefusedAnalyzer extends AbstractFailureAnalyzer<DeploymentRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DeploymentRefused cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Åpne filen i Camunda Modeler og rett feilen, eller hent tilbake forrige versjon (git checkout), og start"
                        + " på nytt. Saker som er i gang, er ikke rørt.",
                cause);
    }
}
