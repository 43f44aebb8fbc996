package no.rodtraad.archive;

/** The archive answered something we cannot go on with; the message says what, for the archivist and whoever operates it. */
class ArchiveUnexpected extends RuntimeException {

    ArchiveUnexpected(String sentence) {
        super(sentence);
    }

    ArchiveUnexpected(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
