package no.rodtraad.archive;

import java.time.Instant;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A record that the archive holds.
 *
 * @param journalNumber 1, 2, 3 … within the case
 * @param folder where its files are, relative to the archive's folder
 * @param sha256 over the titles and files of the record
 */
public record ArchivedRecord(
        String externalKey,
        CaseId caseId,
        @Nullable ApplicationId applicationId,
        String documentCode,
        String title,
        int journalNumber,
        String folder,
        String sha256,
        Instant archivedAt) {}
