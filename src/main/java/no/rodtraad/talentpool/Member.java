package no.rodtraad.talentpool;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.rodtraad.messaging.Language;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the talent pool.
 *
 * @param tenantId the municipality that writes to them about the membership
 * @param groups occupational groups, as {@link no.rodtraad.vacancy.OccupationalGroup#value} writes them
 * @param municipalities tenant ids
 * @param consentUntil last day the consent holds; null until the address is confirmed
 */
record Member(
        UUID id,
        String tenantId,
        String name,
        String email,
        String competence,
        Language language,
        List<String> groups,
        List<String> municipalities,
        @Nullable LocalDate consentUntil) {

    boolean confirmed() {
        return consentUntil != null;
    }
}
