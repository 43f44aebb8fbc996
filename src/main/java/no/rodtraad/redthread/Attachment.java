package no.rodtraad.redthread;

import java.util.Locale;
import java.util.Set;
import no.rodtraad.document.Documents.StoredDocument;

/** A file that an applicant sent with the application. */
record Attachment(String id, String label, String fileName, String size) {

    private static final Set<String> KINDS = Set.of("CV", "ATTACHMENT");

    static boolean isSentByApplicant(StoredDocument.Info info) {
        return info.applicationId() != null && KINDS.contains(info.kind());
    }

    /** What those who choose among the applicants may open: what came from them, and the lists of them. */
    static boolean isOpen(StoredDocument.Info info) {
        return isSentByApplicant(info) || info.kind().equals("APPLICANT_LIST");
    }

    static Attachment of(StoredDocument.Info info) {
        return new Attachment(
                info.id().toString(),
                info.kind().equals("CV") ? "CV" : "Vedlegg",
                info.fileName(),
                size(info.sizeBytes()));
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1_000) + " kB"
                : String.format(Locale.forLanguageTag("nb"), "%.1f MB", bytes / 1_000_000.0);
    }
}
