package no.rodtraad.document;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;

/** The files of a case, kept in the database. */
public interface Documents {

    /** Keeps a file and returns its id. */
    UUID add(
            CaseId caseId,
            @Nullable ApplicationId applicationId,
            String kind,
            String fileName,
            String contentType,
            byte[] content);

    Optional<StoredDocument> find(UUID id);

    /** Deletes a file. One that is gone already is no error. */
    void remove(UUID id);

    /** What is kept about an application, oldest first, without the contents. */
    List<StoredDocument.Info> of(ApplicationId applicationId);

    /** @param kind e.g. {@code CV}, {@code CONTRACT}, {@code APPLICANT_LIST} */
    record StoredDocument(Info info, byte[] content) {
        public record Info(
                UUID id,
                CaseId caseId,
                @Nullable ApplicationId applicationId,
                String kind,
                String fileName,
                String contentType,
                long sizeBytes,
                String sha256) {}
    }
}
