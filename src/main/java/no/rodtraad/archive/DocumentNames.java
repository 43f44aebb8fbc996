package no.rodtraad.archive;

import java.util.Optional;

/** What the records of the archive map are called. */
public final class DocumentNames {

    private DocumentNames() {}

    /** @param code D01 to D35 */
    public static Optional<String> find(String code) {
        return DocumentType.find(code).map(DocumentType::title);
    }
}
