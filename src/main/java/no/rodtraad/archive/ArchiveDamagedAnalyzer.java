package no.rodtraad.archive;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which files are damaged, in place of a stack trace. */
class ArchiveDamagedAnalyzer extends AbstractFailureAnalyzer<ArchiveDamaged> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ArchiveDamaged cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Legg hele filer på plass og kontroller igjen. Uten rodtraad.archive.check starter Rød tråd som vanlig.",
                cause);
    }
}
