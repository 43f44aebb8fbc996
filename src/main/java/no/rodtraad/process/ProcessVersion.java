package no.rodtraad.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of the journey, as it was put in force for a municipality.
 *
 * @param id as in {@link DrawnProcesses.Version}
 * @param number 1 for the first
 * @param by user id; null when the application did it
 * @param reasons why, the newest first; what stands after it was said before and has been amended
 * @param changes the files that differ from the version before; empty for the first version
 * @param openCases how many cases follow it that are not finished
 */
public record ProcessVersion(
        String id,
        int number,
        Instant since,
        @Nullable String by,
        List<Reason> reasons,
        List<ChangedFile> changes,
        long openCases) {

    public ProcessVersion {
        reasons = List.copyOf(reasons);
        changes = List.copyOf(changes);
    }

    /** The reason that counts; empty when nobody has given one. */
    public Optional<String> reason() {
        return reasons.stream().map(Reason::text).findFirst();
    }

    /** @param by user id */
    public record Reason(String text, Instant at, String by) {}

    /**
     * @param file its name, e.g. {@code processes/advert.bpmn}
     * @param names what people call what the file defines; of a form, the steps that show it; empty where nothing has a name
     */
    public record ChangedFile(String file, Change change, List<String> names) {

        public ChangedFile {
            names = List.copyOf(names);
        }
    }

    /** Since the version before. */
    public enum Change {
        ADDED,
        CHANGED,
        REMOVED
    }
}
