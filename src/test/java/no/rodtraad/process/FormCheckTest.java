package no.rodtraad.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.process.FormSchema.Field;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Every form")
class FormCheckTest {

    private static final List<Map<String, String>> CANDIDATES =
            List.of(Map.of("value", "a1", "label", "Kari Eksempel"), Map.of("value", "a2", "label", "Ola Prøvesen"));

    private final FormCheck check = new FormCheck(new ScalaFeelEngine(List.of()));

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isTakenWhenItIsFilledInRight(Path file) {
        FormSchema schema = read(file);
        FormAnswers answers = check.check(schema, filledIn(schema), shown(schema));
        assertThat(answers.values()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isRefusedWithoutWhatMustBeFilledIn(Path file) {
        FormSchema schema = read(file);
        List<Field> required = schema.fields().stream()
                .filter(field -> field.required()
                        && !field.readOnly()
                        && field.hiddenBy().isEmpty())
                .toList();
        assumeTrue(!required.isEmpty(), "the form demands nothing");
        for (Field field : required) {
            Map<String, @Nullable Object> values = filledIn(schema);
            values.remove(field.key());
            refused(schema, values, "«" + field.label() + "» må");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isRefusedWithAFieldThatIsNotInIt(Path file) {
        FormSchema schema = read(file);
        Map<String, @Nullable Object> values = filledIn(schema);
        values.put("admin", true);
        refused(schema, values, "«admin» finnes ikke");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isRefusedWithValuesOutsideTheirRange(Path file) {
        FormSchema schema = read(file);
        for (Field field : schema.fields()) {
            if (field.readOnly() || !field.hiddenBy().isEmpty()) {
                continue;
            }
            if (field.maxLength() != null) {
                refusedWith(schema, field, "x".repeat(field.maxLength() + 1), "høyst");
            }
            if (field.max() != null) {
                refusedWith(schema, field, field.max() + 1, "større");
            }
            if (field.min() != null) {
                refusedWith(schema, field, field.min() - 1, "mindre");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isRefusedWithValuesOfAnotherType(Path file) {
        FormSchema schema = read(file);
        for (Field field : schema.fields()) {
            if (field.readOnly() || !field.hiddenBy().isEmpty()) {
                continue;
            }
            switch (field.type()) {
                case "textfield", "textarea" -> refusedWith(schema, field, 7, "må være en tekst");
                case "number" -> refusedWith(schema, field, "mange", "må være et tall");
                case "checkbox" -> refusedWith(schema, field, "ja", "må være krysset av");
                case "radio", "select" -> refusedWith(schema, field, "noe-annet", "ikke et av valgene");
                case "checklist", "taglist" -> refusedWith(schema, field, List.of("noe-annet"), "ikke et av valgene");
                case "datetime" -> refusedWith(schema, field, "i morgen", "gyldig dato");
                case "dynamiclist" -> refusedWith(schema, field, "ingen", "liste");
                default -> throw new AssertionError("No server check for fields of type " + field.type());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kindergarten-teacher", "nurse-in-rotation", "engineer"})
    @SuppressWarnings("unchecked")
    void takesTheDemosAdverts(String advert) throws IOException {
        Map<String, @Nullable Object> values = new ObjectMapper()
                .readValue(
                        Path.of("src/main/resources/demo/adverts", advert + ".json")
                                .toFile(),
                        Map.class);
        values.keySet().removeAll(List.of("occupationalGroup", "applicationDeadlineInDays"));
        values.put("applicationDeadline", "2027-02-01");
        assertThat(check.check(read(Path.of("forms/write-advert.form")), values, Map.of())
                        .text("title"))
                .isNotEmpty();
    }

    @Test
    void hidesWhatItsConditionHidesAndDemandsItOtherwise() {
        FormSchema schema = FormSchema.parse("""
                {"id": "f", "components": [
                  {"type": "checkbox", "key": "temporary", "label": "Midlertidig"},
                  {"type": "textfield", "key": "why", "label": "Hvorfor", "validate": {"required": true},
                   "conditional": {"hide": "=temporary != true"}}]}
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(check.check(schema, Map.of("temporary", false, "why", "smuglet inn"), Map.of())
                        .values())
                .containsOnlyKeys("temporary");
        refused(schema, new HashMap<>(Map.of("temporary", true)), "«Hvorfor» må fylles ut");
    }

    private void refusedWith(FormSchema schema, Field field, Object value, String reason) {
        Map<String, @Nullable Object> values = filledIn(schema);
        values.put(field.key(), value);
        refused(schema, values, reason);
    }

    private void refused(FormSchema schema, Map<String, @Nullable Object> values, String reason) {
        assertThatThrownBy(() -> check.check(schema, values, shown(schema)))
                .as(schema.id())
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining(reason);
    }

    private static Map<String, @Nullable Object> filledIn(FormSchema schema) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Field field : schema.fields()) {
            if (!field.readOnly()) {
                values.put(field.key(), right(field));
            }
        }
        return values;
    }

    private static Object right(Field field) {
        return switch (field.type()) {
            case "textfield", "textarea" -> text(field);
            case "number" -> field.min() == null ? 1 : Math.max(1, field.min());
            case "checkbox" -> true;
            case "radio", "select" ->
                field.optionsFrom() == null
                        ? field.options().keySet().iterator().next()
                        : "a1";
            case "checklist", "taglist" ->
                List.of(
                        field.optionsFrom() == null
                                ? field.options().keySet().iterator().next()
                                : "a1");
            case "datetime" ->
                switch (field.subtype()) {
                    case "date" -> "2027-06-01";
                    case "time" -> "10:00";
                    default -> "2027-06-01T10:00+02:00";
                };
            case "dynamiclist" ->
                List.of(field.columns().stream().collect(Collectors.toMap(Field::key, FormCheckTest::right)));
            default -> throw new AssertionError("No server check for fields of type " + field.type());
        };
    }

    private static String text(Field field) {
        if ("email".equals(field.validationType())) {
            return "navn@example.com";
        }
        if (field.pattern() != null) {
            return Stream.of("75000000", "100234", "75 00 00 00")
                    .filter(text -> text.matches(field.pattern()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No sample fits " + field.pattern()));
        }
        int least = field.minLength() == null ? 1 : field.minLength();
        return "a".repeat(Math.max(1, least));
    }

    private static Map<String, @Nullable Object> shown(FormSchema schema) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        schema.fields().stream()
                .flatMap(field -> Stream.ofNullable(field.optionsFrom()))
                .forEach(options -> shown.put(options, CANDIDATES));
        return shown;
    }

    private static FormSchema read(Path file) {
        try {
            return FormSchema.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
