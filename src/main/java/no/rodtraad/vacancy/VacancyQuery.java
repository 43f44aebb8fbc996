package no.rodtraad.vacancy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.vacancy.Facet.Option;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a visitor asks for in the web address. Nothing in it is ever an error: what we do not know is left out and said.
 *
 * @param text what to look for, one line; empty for everything
 * @param chosen in the order of the page
 * @param leftOut sentences about what was not used
 */
record VacancyQuery(String text, Map<Facet, Option> chosen, List<String> leftOut) {

    static final String TEXT = "q";
    static final int LONGEST_TEXT = 100;

    static VacancyQuery of(Map<String, String> parameters, List<Facet> facets, PublicTexts texts) {
        var chosen = new LinkedHashMap<Facet, Option>();
        var leftOut = new ArrayList<String>();
        String text = line(parameters.getOrDefault(TEXT, ""));
        if (text.length() > LONGEST_TEXT) {
            text = line(shortened(text, LONGEST_TEXT));
            leftOut.add(texts.get("search.long", LONGEST_TEXT));
        }
        for (Facet facet : facets) {
            String value = line(parameters.getOrDefault(facet.parameter(), ""));
            Optional<Option> option = facet.find(value);
            option.ifPresent(found -> chosen.put(facet, found));
            if (option.isEmpty() && !value.isEmpty()) {
                leftOut.add(texts.get(
                        "search.unknown", shortened(value, 40), facet.label().toLowerCase(Locale.ROOT)));
            }
        }
        return new VacancyQuery(text, chosen, List.copyOf(leftOut));
    }

    List<String> words() {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /** Also for the page. */
    public boolean narrows() {
        return !text.isEmpty() || !chosen.isEmpty();
    }

    boolean fits(Vacancy vacancy) {
        return chosen.values().stream().allMatch(option -> option.fits().test(vacancy));
    }

    VacancyQuery with(Facet facet, Option option) {
        var changed = new LinkedHashMap<>(chosen);
        changed.put(facet, option);
        return new VacancyQuery(text, changed, leftOut);
    }

    VacancyQuery without(Facet facet) {
        var changed = new LinkedHashMap<>(chosen);
        changed.remove(facet);
        return new VacancyQuery(text, changed, leftOut);
    }

    VacancyQuery withoutText() {
        return new VacancyQuery("", chosen, leftOut);
    }

    /** The address that asks the same, without what was left out; encoded. */
    String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        var values = new ArrayList<String>();
        if (!text.isEmpty()) {
            address.queryParam(TEXT, "{" + TEXT + "}");
            values.add(text);
        }
        chosen.forEach((facet, option) -> {
            address.queryParam(facet.parameter(), "{" + facet.parameter() + "}");
            values.add(option.value());
        });
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static String line(String written) {
        return written.replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ").strip();
    }

    private static String shortened(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }
}
