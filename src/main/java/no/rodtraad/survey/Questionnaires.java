package no.rodtraad.survey;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.messaging.Language;
import no.rodtraad.survey.Questionnaire.Statement;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The questions of all surveys and the words around them, read from {@code surveys/} and checked at start: every kind in
 * every language, with the same statements.
 */
@Component
class Questionnaires {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<SurveyKind, Map<Language, Questionnaire>> byKind = new EnumMap<>(SurveyKind.class);
    private final Map<Language, Map<String, String>> words = read("words", new TypeReference<>() {});

    Questionnaires() {
        for (SurveyKind kind : SurveyKind.values()) {
            byKind.put(kind, checked(kind, read(kind.slug(), new TypeReference<>() {})));
        }
    }

    Questionnaire of(SurveyKind kind, Language language) {
        Questionnaire found = byKind.getOrDefault(kind, Map.of()).get(language);
        if (found == null) {
            throw new IllegalStateException("There is no survey %s in %s".formatted(kind, language));
        }
        return found;
    }

    /** What the page says besides the questions, by name. */
    Map<String, String> words(Language language) {
        return words.getOrDefault(language, Map.of());
    }

    private static Map<Language, Questionnaire> checked(SurveyKind kind, Map<Language, Questionnaire> languages) {
        List<List<String>> ids = Arrays.stream(Language.values())
                .map(languages::get)
                .map(found -> found == null
                        ? List.<String>of()
                        : found.statements().stream().map(Statement::id).toList())
                .distinct()
                .toList();
        if (ids.size() != 1 || ids.get(0).isEmpty()) {
            throw new IllegalStateException(
                    "surveys/%s.json does not have the same statements in every language".formatted(kind.slug()));
        }
        return languages;
    }

    private static <T> T read(String name, TypeReference<T> type) {
        String file = "surveys/%s.json".formatted(name);
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            return JSON.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }
}
