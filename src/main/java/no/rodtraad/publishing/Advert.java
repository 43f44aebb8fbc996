package no.rodtraad.publishing;

import java.nio.charset.StandardCharsets;
import no.rodtraad.document.Sha256;
import no.rodtraad.process.Municipalities.Municipality;
import no.rodtraad.vacancy.Vacancy;

/**
 * An advert as a channel gets it.
 *
 * @param html the whole text as simple HTML
 * @param extent e.g. «100 % fast stilling»
 * @param address where one reads it and applies
 */
public record Advert(Vacancy vacancy, Municipality municipality, String html, String extent, String address) {

    /** What a channel knows it by, the same as long as the case exists. */
    public String reference() {
        return vacancy.caseId().value();
    }

    /** Differs when anything differs that a channel shows. */
    String fingerprint() {
        String shown = String.join(
                "\n",
                vacancy.title(),
                vacancy.workplace(),
                extent,
                html,
                vacancy.applicationDeadline().toString(),
                vacancy.contactName(),
                vacancy.contactPhone(),
                vacancy.contactEmail(),
                address);
        return Sha256.of(shown.getBytes(StandardCharsets.UTF_8));
    }
}
