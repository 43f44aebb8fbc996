package no.rodtraad.archive;

import java.util.Optional;
import java.util.Set;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;

/** A feature's contribution to the archive: makes the documents behind some codes of the archive map (D01–D35). */
public interface RecordSource {

    /** Codes this source makes documents for. A code that no source claims is made from the answers of its form. */
    Set<String> documentCodes();

    /** The record for the code, or empty where there is nothing to archive yet. */
    Optional<ArchiveRecord> record(String documentCode, CaseId caseId, @Nullable ApplicationId applicationId);
}
