package no.rodtraad.application;

import java.util.Locale;
import java.util.UUID;
import no.rodtraad.document.Documents.StoredDocument;

/**
 * A file on the applicant's own pages.
 *
 * @param label «CV» or «Vedlegg»
 * @param size for a reader, e.g. «120 kB»
 */
record SentFile(UUID id, String kind, String label, String fileName, String size) {

    private static final long KILO = 1024;

    static SentFile of(StoredDocument.Info info) {
        return new SentFile(
                info.id(),
                info.kind(),
                ApplicationDocuments.label(info.kind()),
                info.fileName(),
                size(info.sizeBytes()));
    }

    public boolean isCv() {
        return kind.equals(ApplicationDocuments.CV);
    }

    private static String size(long bytes) {
        return bytes < KILO * KILO
                ? "%d kB".formatted(Math.max(1, bytes / KILO))
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / (KILO * KILO))
                        .replace('.', ',');
    }
}
