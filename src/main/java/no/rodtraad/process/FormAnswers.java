package no.rodtraad.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checked answers of one form, by field key. Types: text, whole number or decimal, boolean, ISO date or date and time
 * as text, list of texts, list of maps. Fields that were hidden or left empty are absent.
 */
public record FormAnswers(Map<String, Object> values) {

    public FormAnswers {
        values = Map.copyOf(values);
    }

    /** The text, or an empty one where the field was left empty. */
    public String text(String key) {
        return find(key).map(Object::toString).orElse("");
    }

    public int number(String key) {
        return ((Number) require(key)).intValue();
    }

    public boolean flag(String key) {
        return find(key).map(Boolean.TRUE::equals).orElse(false);
    }

    public LocalDate date(String key) {
        return LocalDate.parse(require(key).toString());
    }

    public Optional<LocalDate> findDate(String key) {
        return find(key).map(Object::toString).map(LocalDate::parse);
    }

    /** The chosen values of a list of choices. */
    public List<String> texts(String key) {
        return find(key)
                .map(value -> ((List<?>) value).stream().map(Object::toString).toList())
                .orElse(List.of());
    }

    /** The rows of a list that can grow. */
    public List<Map<String, Object>> rows(String key) {
        return find(key)
                .map(value -> ((List<?>) value).stream().map(FormAnswers::row).toList())
                .orElse(List.of());
    }

    public Optional<Object> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private Object require(String key) {
        return find(key).orElseThrow(() -> new FormRejected("Feltet «" + key + "» mangler."));
    }

    private static Map<String, Object> row(@Nullable Object row) {
        if (!(row instanceof Map<?, ?> map)) {
            throw new FormRejected("Listen kunne ikke leses.");
        }
        var result = new java.util.LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            if (value != null) {
                result.put(String.valueOf(key), value);
            }
        });
        return result;
    }
}
