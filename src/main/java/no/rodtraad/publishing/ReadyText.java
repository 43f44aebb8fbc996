package no.rodtraad.publishing;

import java.util.ArrayList;
import java.util.List;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.TextBlock;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;

/** An advert that can be copied into a channel as it is. */
final class ReadyText {

    private ReadyText() {}

    static String of(Advert advert, ManualChannel.Length length) {
        Vacancy vacancy = advert.vacancy();
        List<String> parts = new ArrayList<>();
        parts.add("%s, %s\n%s, %s"
                .formatted(
                        vacancy.title(),
                        advert.extent(),
                        vacancy.workplace(),
                        advert.municipality().name()));
        parts.add(plain(vacancy.introduction()));
        if (length == ManualChannel.Length.WHOLE) {
            section(parts, "Arbeidsoppgaver", vacancy.duties());
            section(parts, "Kvalifikasjoner", vacancy.requirements());
            section(parts, "Personlige egenskaper", vacancy.qualities());
            section(parts, "Vi tilbyr", vacancy.weOffer());
            section(parts, "Lønn", vacancy.salary());
            section(parts, "Om oss", vacancy.aboutUs());
            parts.add("Spørsmål? Kontakt %s, %s, %s"
                    .formatted(vacancy.contactName(), vacancy.contactPhone(), vacancy.contactEmail()));
        }
        parts.add("Søknadsfrist: %s\nLes mer og søk: %s"
                .formatted(OsloTime.longDate(vacancy.applicationDeadline()), advert.address()));
        return String.join("\n\n", parts);
    }

    private static void section(List<String> parts, String heading, @Nullable String text) {
        String plain = plain(text);
        if (!plain.isEmpty()) {
            parts.add(heading + "\n" + plain);
        }
    }

    private static String plain(@Nullable String text) {
        List<String> blocks = TextBlock.of(text).stream()
                .map(block ->
                        block.list() ? "– " + String.join("\n– ", block.lines()) : String.join("\n", block.lines()))
                .toList();
        return String.join("\n\n", blocks);
    }
}
