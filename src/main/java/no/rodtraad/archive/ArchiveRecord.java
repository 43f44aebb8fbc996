package no.rodtraad.archive;

import java.util.List;

/**
 * One record to archive: a title and its documents, the main one first.
 *
 * @param title full title; may name people
 * @param publicTitle title without personal data, for the public journal
 * @param kind INCOMING, OUTGOING or NOTE (Noark: inngående, utgående, notat)
 */
public record ArchiveRecord(String title, String publicTitle, Kind kind, List<File> files) {

    public enum Kind {
        INCOMING,
        OUTGOING,
        NOTE
    }

    public record File(String fileName, String contentType, byte[] content) {}
}
