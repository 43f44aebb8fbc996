package no.rodtraad.archive;

import java.util.List;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;

/** The records of a case. */
public interface Archive {

    /**
     * Archives the record behind a code of the archive map, in the caller's transaction. The same external key again
     * returns what was archived the first time and changes nothing.
     *
     * @param externalKey what the archive knows the record by, e.g. the step's id
     * @throws NothingToArchive where there is nothing behind the code yet
     */
    ArchivedRecord archive(
            String externalKey, String documentCode, CaseId caseId, @Nullable ApplicationId applicationId);

    /** Archives a record that no step asks for and that its feature has made itself; otherwise as {@link #archive}. */
    ArchivedRecord keep(
            String externalKey,
            String documentCode,
            CaseId caseId,
            @Nullable ApplicationId applicationId,
            ArchiveRecord record);

    /** In the order they were archived. */
    List<ArchivedRecord> ofCase(CaseId caseId);
}
