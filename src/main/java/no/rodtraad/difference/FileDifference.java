package no.rodtraad.difference;

import java.util.List;

/**
 * What differs in one file.
 *
 * @param title what people call it: «Prosessen «Utlysning»»
 * @param changes in the order of the file; empty when the whole file is new or gone
 */
public record FileDifference(String file, String title, Kind kind, List<Change> changes) {

    public FileDifference {
        changes = List.copyOf(changes);
    }

    /** What has happened to a file, or to something in it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** stands elsewhere on the drawing and is otherwise the same; never said of a file */
        MOVED
    }

    /** Whether nothing but the look of a drawing differs. */
    public boolean isOnlyMoved() {
        return kind == Kind.CHANGED && changes.stream().allMatch(change -> change.kind() == Kind.MOVED);
    }

    /**
     * @param place id of the element of a diagram, the row, column or decision of a table, or the field of a form; the
     *     file's name when the whole of it is meant
     * @param title what has happened, or to what: «Ny oppgave «Gi råd» for HR», «Oppgaven «Skriv utlysningstekst»»
     * @param sentences what has changed in it, or what a new one says; each begins with a capital and ends with a full
     *     stop
     */
    public record Change(Kind kind, String place, String title, List<String> sentences) {

        public Change {
            sentences = List.copyOf(sentences);
        }
    }
}
