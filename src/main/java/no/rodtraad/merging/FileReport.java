package no.rodtraad.merging;

import java.util.List;
import no.rodtraad.difference.FileDifference.Change;
import no.rodtraad.process.BaseFiles.Base;
import no.rodtraad.process.BaseFiles.OwnFile;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;

/**
 * One of a municipality's own files beside the base's.
 *
 * @param title what people call it: «Prosessen «Utlysning»»
 * @param ours what the municipality has changed in the base it was made from
 * @param theirs what has changed in the base since
 * @param clashes what both have changed, each in their way
 * @param merged the municipality's file with the base's changes; null unless they go together
 */
record FileReport(
        OwnFile file,
        String title,
        State state,
        List<Change> ours,
        List<Change> theirs,
        List<Clash> clashes,
        @Nullable String merged) {

    enum State {
        /** the base has no such file */
        ALONE,
        /** the base is as it was */
        UNCHANGED,
        /** the base has changed, and both can be had */
        MERGES,
        /** the base has changed, and somebody must choose */
        BY_HAND,
        /** nobody knows which base it was made from */
        UNKNOWN
    }

    /** The same element, row or field, changed by both. */
    record Clash(Change ours, Change theirs) {}

    /** Whether the municipality has something to decide. */
    public boolean isWaiting() {
        return file.isWaiting();
    }

    /** «3. september 2029»; empty when nobody knows. */
    public String madeFromDate() {
        return date(file.madeFrom());
    }

    public String baseDate() {
        return date(file.base());
    }

    private static String date(@Nullable Base base) {
        return base == null ? "" : OsloTime.date(OsloTime.dayOf(base.since()));
    }

    /** What the base has changed in places that the municipality has not touched. */
    public List<Change> withoutClash() {
        return theirs.stream()
                .filter(change ->
                        clashes.stream().noneMatch(clash -> clash.theirs().equals(change)))
                .toList();
    }
}
