package no.rodtraad.vacancy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.Facet.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds vacancies and counts what each choice would find. */
@Component
class VacancySearch {

    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final PublicTexts texts;
    private final Clock clock;

    VacancySearch(Vacancies vacancies, Municipalities municipalities, PublicTexts texts, Clock clock) {
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param found the nearest deadline first
     * @param fields what one can narrow by, in the order of the page
     * @param active what narrows now, each with the address that takes it away
     */
    record Result(VacancyQuery query, List<Vacancy> found, List<Field> fields, List<Active> active) {}

    record Field(String parameter, String label, String all, List<Choice> choices) {}

    /** @param count how many are found with this choice and everything else as it is */
    record Choice(String value, String label, long count, boolean chosen) {}

    record Active(String label, String addressWithout) {}

    Result find(Map<String, String> parameters) {
        List<Facet> facets = Facet.all(municipalities, OsloTime.dayOf(clock.instant()), texts);
        VacancyQuery query = VacancyQuery.of(parameters, facets, texts);
        List<Vacancy> withWords = vacancies.open(query.words());
        return new Result(
                query,
                withWords.stream().filter(query::fits).toList(),
                facets.stream().map(facet -> field(facet, query, withWords)).toList(),
                active(query));
    }

    private static Field field(Facet facet, VacancyQuery query, List<Vacancy> withWords) {
        @Nullable Option chosen = query.chosen().get(facet);
        return new Field(
                facet.parameter(),
                facet.label(),
                facet.all(),
                facet.options().stream()
                        .map(option -> new Choice(
                                option.value(),
                                option.label(),
                                withWords.stream()
                                        .filter(query.with(facet, option)::fits)
                                        .count(),
                                option.equals(chosen)))
                        .toList());
    }

    private static List<Active> active(VacancyQuery query) {
        var active = new ArrayList<Active>();
        if (!query.text().isEmpty()) {
            active.add(new Active(
                    "«%s»".formatted(query.text()), query.withoutText().address("/")));
        }
        query.chosen()
                .forEach((facet, option) -> active.add(
                        new Active(option.label(), query.without(facet).address("/"))));
        return active;
    }
}
