package no.rodtraad.signing;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who shall sign.
 *
 * @param order from 1; those with the same number sign in any order
 * @param email where a signing service writes to; empty where we have none
 * @param nationalId null where the service does without, see {@link SigningService#needsNationalIds}
 * @param mobile Norwegian number, with or without country code; null where we have none
 */
public record Signer(
        int order,
        Party party,
        @Nullable NationalId nationalId,
        String email,
        @Nullable String mobile) {}
