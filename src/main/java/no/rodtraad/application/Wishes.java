package no.rodtraad.application;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.rodtraad.vacancy.PublicTexts;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** To which positions of a municipality one form applies, and in which order the applicant wants them. */
@Component
class Wishes {

    static final String FIELD = "wishes";
    private static final String FIRST = "1";

    private final Vacancies vacancies;
    private final PublicTexts texts;
    private final int most;

    Wishes(Vacancies vacancies, PublicTexts texts, @Value("${rodtraad.applications.wishes:5}") int most) {
        this.vacancies = vacancies;
        this.texts = texts;
        this.most = most;
    }

    /** @param wish what is chosen for it, empty for a position that is not applied for */
    record Choice(String slug, String title, String workplace, String deadline, String wish) {}

    /** What the part of the form for wishes needs. Without other open positions {@code otherPositions} is empty. */
    void describe(Vacancy own, ApplicationForm form, Model model) {
        List<Choice> others =
                others(own).stream().map(one -> choice(one, form, "")).toList();
        model.addAttribute("ownPosition", choice(own, form, FIRST));
        model.addAttribute("otherPositions", others);
        model.addAttribute(
                "ranks",
                IntStream.rangeClosed(1, Math.min(most, others.size() + 1))
                        .boxed()
                        .toList());
        model.addAttribute(
                "severalWished", others.stream().anyMatch(one -> !one.wish().isEmpty()));
    }

    /** Open positions of the same municipality, those of the same occupation first, then the nearest deadline. */
    private List<Vacancy> others(Vacancy own) {
        return vacancies.open().stream()
                .filter(other -> sameMunicipality(own, other) && !other.slug().equals(own.slug()))
                .sorted(Comparator.comparing(
                        (Vacancy other) -> !other.occupationalGroup().equals(own.occupationalGroup())))
                .toList();
    }

    private Choice choice(Vacancy vacancy, ApplicationForm form, String otherwise) {
        return new Choice(
                vacancy.slug(),
                vacancy.title(),
                vacancy.workplace(),
                texts.date(vacancy.applicationDeadline()),
                form.getWishes().getOrDefault(vacancy.slug(), otherwise));
    }

    /**
     * The positions to apply for.
     *
     * @param inOrder the first wish first; only the form's own position where nothing else was wished for
     * @param problem what is wrong with the wishes, in words; then {@code inOrder} is empty
     */
    record Chosen(List<Vacancy> inOrder, Optional<String> problem) {}

    Chosen chosen(Vacancy own, ApplicationForm form) {
        Map<String, String> wished = wished(own, form);
        return closed(own, form)
                .or(() -> disorder(wished))
                .map(problem -> new Chosen(List.of(), Optional.of(problem)))
                .orElseGet(() -> new Chosen(inOrder(own, wished), Optional.empty()));
    }

    /** That a position wished for takes no more applications. */
    Optional<String> closed(Vacancy own, ApplicationForm form) {
        return wished(own, form).keySet().stream()
                .filter(slug -> !slug.equals(own.slug()))
                .filter(slug -> find(own, slug).filter(vacancies::isOpen).isEmpty())
                .findFirst()
                .map(slug ->
                        find(own, slug).map(this::closed).orElseGet(() -> texts.get("application.wishes.unknown")));
    }

    String closed(Vacancy vacancy) {
        return texts.get("application.wishes.closed", vacancy.title(), vacancy.workplace());
    }

    String twice(Vacancy vacancy) {
        return texts.get("application.wishes.twice", vacancy.title(), vacancy.workplace());
    }

    private Optional<String> disorder(Map<String, String> wished) {
        boolean ordered = wished.values().stream().distinct().count() == wished.size()
                && wished.values().stream().allMatch(this::isRank);
        return ordered ? Optional.empty() : Optional.of(texts.get("application.wishes.order"));
    }

    private boolean isRank(String wish) {
        return IntStream.rangeClosed(1, most).anyMatch(rank -> wish.equals(Integer.toString(rank)));
    }

    private List<Vacancy> inOrder(Vacancy own, Map<String, String> wished) {
        return wished.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> Integer.parseInt(entry.getValue())))
                .flatMap(entry ->
                        entry.getKey().equals(own.slug()) ? Stream.of(own) : find(own, entry.getKey()).stream())
                .toList();
    }

    /** What is chosen, by slug; the form's own position always, which alone is the first wish whatever was chosen. */
    private static Map<String, String> wished(Vacancy own, ApplicationForm form) {
        Map<String, String> wished = new LinkedHashMap<>(form.getWishes());
        wished.values().removeIf(String::isEmpty);
        wished.putIfAbsent(own.slug(), FIRST);
        return wished.size() == 1 ? Map.of(own.slug(), FIRST) : wished;
    }

    private Optional<Vacancy> find(Vacancy own, String slug) {
        return vacancies.findPublic(slug).filter(other -> sameMunicipality(own, other));
    }

    private static boolean sameMunicipality(Vacancy one, Vacancy other) {
        return one.caseId().tenantId().equals(other.caseId().tenantId());
    }
}
