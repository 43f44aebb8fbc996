package no.rodtraad.variant;

import java.time.LocalDate;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;

/**
 * A version that is tried for a time.
 *
 * @param purpose what the municipality wants to find out
 * @param lastDay the last day of it
 * @param conclusion null until somebody has concluded
 */
public record Trial(
        String versionId,
        String tenantId,
        String purpose,
        LocalDate lastDay,
        @Nullable Conclusion conclusion) {

    /** @param kept whether the version was kept; otherwise the municipality went back to the one before */
    public record Conclusion(String text, boolean kept, String by) {}

    /** One line about a case that began under the version, e.g. «Saken begynte i en versjon av prosessen som prøves …». */
    public String ofCase() {
        if (conclusion == null) {
            return "Saken begynte i en versjon av prosessen som prøves til og med %s, for å finne ut: «%s»"
                    .formatted(OsloTime.date(lastDay), purpose);
        }
        return "Saken begynte i en versjon av prosessen som ble prøvd for å finne ut: «%s» %s"
                .formatted(
                        purpose,
                        conclusion.kept() ? "Versjonen ble beholdt." : "Kommunen gikk tilbake til versjonen før.");
    }

    /** What is said when the last day has passed, e.g. «Prøven av en versjon av prosessen var over 12. desember 2026 …». */
    public String overdue() {
        return "Prøven av en versjon av prosessen var over %s, og ingen har konkludert: «%s»."
                .formatted(OsloTime.date(lastDay), purpose);
    }
}
