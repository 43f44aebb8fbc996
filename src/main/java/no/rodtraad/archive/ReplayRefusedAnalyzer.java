package no.rodtraad.archive;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why nothing is sent, in place of a stack trace. */
class ReplayRefusedAnalyzer extends AbstractFailureAnalyzer<ReplayRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ReplayRefused cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Start uten rodtraad.archive.replay, eller rett det som mangler. Ingenting er sendt.",
                cause);
    }
}
