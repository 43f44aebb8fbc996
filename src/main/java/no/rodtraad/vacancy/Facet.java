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

    private static Facet facet(String parameter, PublicTexts texts, List<Option> options) {
        return new Facet(
                parameter, texts.get("search." + parameter), texts.get("search.%s.all".formatted(parameter)), options);
    }

    /** In the order of the page. */
    static List<Facet> all(Municipalities municipalities, LocalDate today, PublicTexts texts) {
        return List.of(municipality(municipalities, texts), occupation(texts), extent(texts), deadline(today, texts));
    }

    private static Facet municipality(Municipalities municipalities, PublicTexts texts) {
        return facet(
                "kommune",
                texts,
                municipalities.tenantIds().stream()
                        .map(tenant -> new Option(
                                tenant,
                                municipalities.get(tenant).name(),
                                vacancy -> vacancy.caseId().tenantId().equals(tenant)))
                        .toList());
    }

    private static Facet occupation(PublicTexts texts) {
        return facet(
                "yrke",
                texts,
                Arrays.stream(OccupationalGroup.values())
                        .map(group -> new Option(
                                group.value(),
                                texts.occupation(group),
                                vacancy -> vacancy.occupationalGroup().equals(group.value())))
                        .toList());
    }

    private static Facet extent(PublicTexts texts) {
        return facet(
                "omfang",
                texts,
                List.of(
                        new Option("heltid", texts.get("search.omfang.heltid"), vacancy -> vacancy.fullTime()),
                        new Option("deltid", texts.get("search.omfang.deltid"), vacancy -> !vacancy.fullTime())));
    }

    private static Facet deadline(LocalDate today, PublicTexts texts) {
        return facet(
                "frist",
                texts,
                Stream.of(7, 14, 30)
                        .map(days -> new Option(
                                days.toString(),
                                texts.get("search.frist.within", days),
                                vacancy -> !vacancy.applicationDeadline().isAfter(today.plusDays(days))))
                        .toList());
    }
}
