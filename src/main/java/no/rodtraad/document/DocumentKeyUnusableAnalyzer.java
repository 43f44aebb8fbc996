package no.rodtraad.document;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** Says what is wrong with the key file and what to do, in place of a stack trace. */
class DocumentKeyUnusableAnalyzer extends AbstractFailureAnalyzer<DocumentKeyUnusable> implements Ordered {

    @Override
    protected FailureAnalysis analyze(Throwable root, DocumentKeyUnusable cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
