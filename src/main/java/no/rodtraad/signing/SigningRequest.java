package no.rodtraad.signing;

import java.time.Instant;
import java.util.List;

/**
 * What shall be signed, by whom, and until when.
 *
 * @param key names the job, the same at every try; at most 36 characters
 * @param tenantId the municipality that asks
 * @param title at most 80 characters, no personal data: signing services put it into mails
 * @param message to the signers, at most 220 characters, no personal data
 * @param pdf PDF/A in portrait; what comes back is the same file with the signatures
 * @param signers in the order they sign
 * @param deadline when the job ends by itself
 */
public record SigningRequest(
        String key,
        String tenantId,
        String title,
        String message,
        byte[] pdf,
        List<Signer> signers,
        Instant deadline) {}
