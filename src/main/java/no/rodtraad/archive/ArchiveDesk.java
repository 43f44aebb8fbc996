package no.rodtraad.archive;

import java.util.List;
import java.util.Map;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;

/** What the archivist sees and does in one case. */
public interface ArchiveDesk {

    /** In the order of the case's journal. */
    List<Entry> entries(CaseId caseId);

    /**
     * What the case still lacks before it may be closed, one sentence each; names applicants.
     *
     * @param hires whether somebody is hired in it, or still may be
     */
    List<String> missing(CaseId caseId, boolean hires);

    /** The records that wait for the archivist, as a zip: a folder each with its files and {@code arkivmelding.xml}. */
    byte[] packageOfWaiting(CaseId caseId);

    /**
     * Takes the numbers the archive has given records that wait for the archivist. Numbers of others change nothing.
     *
     * @param numbers by our own journal number
     * @return how many records now have their number
     */
    int register(CaseId caseId, Map<Integer, String> numbers);

    /** What in the archive's folder is not as it was archived, one sentence for each file. */
    List<String> damages(CaseId caseId);

    /** Sets what the archive has refused on its way once more. */
    void tryAgain(CaseId caseId);

    /**
     * @param number what the archive calls it; null where it has none
     * @param problem why the archive does not have it; null when nothing is wrong
     */
    record Entry(
            ArchivedRecord record,
            Where where,
            @Nullable String number,
            @Nullable String problem) {}

    enum Where {
        /** In our own folder, where it is to be. */
        FOLDER,
        /** In the archive, under {@link Entry#number}. */
        ARCHIVE,
        /** Waits for the archivist. */
        WITH_ARCHIVIST,
        /** On its way to the archive. */
        ON_ITS_WAY,
        /** The archive would not have it, or did not answer. */
        REFUSED
    }
}
