package no.rodtraad.posten;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import no.rodtraad.signing.Party;
import no.rodtraad.signing.SigningJobRef;
import org.jspecify.annotations.Nullable;

/**
 * A job we have sent to Posten.
 *
 * @param reference what we call it; the key of the signing
 * @param jobId what Posten calls it
 * @param parties in the order they sign, one at a time
 * @param signedDocument where the signed PDF is; null until everybody has signed
 * @param completedAt when the last one signed
 * @param fetched whether we have got the signed PDF
 */
record PostenJob(
        String reference,
        String tenantId,
        long jobId,
        URI cancellation,
        List<Party> parties,
        @Nullable URI signedDocument,
        @Nullable Instant completedAt,
        boolean fetched) {

    SigningJobRef ref() {
        return new SigningJobRef(PostenSigning.ID, reference);
    }
}
