package no.rodtraad.vacancy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.rodtraad.process.Municipalities;

/**
 * One thing that vacancies can be narrowed by.
 *
 * @param parameter the name in the web address
 * @param all what the choice is called that narrows nothing
 */
record Facet(String parameter, String label, String all, List<Option> options) {

    /**
     * @param value as written in the web address
     * @param label as read on the page
     */
    record Option(String value, String label, Predicate<Vacancy> fits) {}

    Optional<Option> find(String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }

    /** In the order of the page. */
    static List<Facet> all(Municipalities municipalities, LocalDate today) {
        return List.of(municipality(municipalities), occupation(), extent(), deadline(today));
    }

    private static Facet municipality(Municipalities municipalities) {
        return new Facet(
                "kommune",
                "Kommune",
                "Alle kommuner",
                municipalities.tenantIds().stream()
                        .map(tenant -> new Option(
                                tenant,
                                municipalities.get(tenant).name(),
                                vacancy -> vacancy.caseId().tenantId().equals(tenant)))
                        .toList());
    }

    private static Facet occupation() {
        return new Facet(
                "yrke",
                "Yrke",
                "Alle yrker",
                Arrays.stream(OccupationalGroup.values())
                        .map(group -> new Option(
                                group.value(),
                                group.label(),
                                vacancy -> vacancy.occupationalGroup().equals(group.value())))
                        .toList());
    }

    private static Facet extent() {
        return new Facet(
                "omfang",
                "Omfang",
                "Heltid og deltid",
                List.of(
                        new Option("heltid", "Heltid", vacancy -> vacancy.fullTime()),
                        new Option("deltid", "Deltid", vacancy -> !vacancy.fullTime())));
    }

    private static Facet deadline(LocalDate today) {
        return new Facet(
                "frist",
                "Søknadsfrist",
                "Når som helst",
                Stream.of(7, 14, 30)
                        .map(days -> new Option(
                                days.toString(),
                                "Innen %d dager".formatted(days),
                                vacancy -> !vacancy.applicationDeadline().isAfter(today.plusDays(days))))
                        .toList());
    }
}
