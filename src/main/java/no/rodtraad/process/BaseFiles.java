package no.rodtraad.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality's own files stand in place of: the application's diagrams, tables and forms, some of them replaced by
 * the region's for all municipalities. Whoever calls has asked whether the user may.
 */
public interface BaseFiles {

    /** The base of a municipality as it is now: name to text. */
    Map<String, String> base(String tenantId);

    /** The files of a municipality that new cases follow in place of the base's, by name. */
    List<OwnFile> own(String tenantId);

    /** Own and base files come and go in releases; empty when the municipality has no own file of that name. */
    default Optional<OwnFile> own(String tenantId, String name) {
        return own(tenantId).stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /**
     * The municipality's file gives way to the base's, in a new release.
     *
     * @param reason what people read about the release
     * @throws ReleaseRefused when the rules do not let the base's stand beside the municipality's other files
     */
    void follow(String tenantId, String name, String reason, String userId);

    /** The municipality keeps its file, and is not reminded of what the base has changed until now. */
    void keep(String tenantId, String name);

    /**
     * The municipality's file in a form that holds what the base has changed until now, in a new release.
     *
     * @throws ReleaseRefused when it breaks a rule
     */
    void merge(String tenantId, String name, String text, String reason, String userId);

    /** Every change of the region's files, newest first. */
    List<RegionChange> regionHistory();

    /**
     * Puts files in place of the application's in every municipality that has none of its own, in a new release for each.
     *
     * @param files by the names they were sent with; what they define decides what they replace
     * @throws ReleaseRefused when one municipality's release would break a rule; then nothing is changed for anybody
     */
    void putInForceForAll(Map<String, String> files, String reason, String userId);

    /**
     * Lets the application's file count again for all.
     *
     * @throws ReleaseRefused as above
     */
    void takeAwayForAll(String name, String reason, String userId);

    /**
     * @param madeFrom the base it was made from, or last merged or compared with; null when nobody knows
     * @param base the base it stands in place of; null when it is the municipality's alone
     */
    record OwnFile(
            String name,
            String text,
            @Nullable Base madeFrom,
            @Nullable Base base) {

        /** Whether the base has another text than what the file was made from. */
        public boolean isWaiting() {
            return base != null && (madeFrom == null || !madeFrom.text().equals(base.text()));
        }
    }

    /** @param since when it began to count */
    record Base(String text, Instant since) {}

    /**
     * @param text null when the application's file counts again
     * @param isNow whether no later change concerns the file
     */
    record RegionChange(
            String name, @Nullable String text, Instant since, String userId, String reason, boolean isNow) {

        /** Whether this text stands in place of the application's. */
        public boolean counts() {
            return isNow && text != null;
        }
    }
}
