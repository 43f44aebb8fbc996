package no.rodtraad.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.rodtraad.process.FormSchema.Field;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Checks submitted values against the form file. Camunda Forms are checked in the browser only; without this, anybody who
 * can call the REST API could submit anything.
 */
class FormCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]{5,20}");

    private final FeelEngine feel;

    FormCheck(FeelEngine feel) {
        this.feel = feel;
    }

    /**
     * @param shown values the form was opened with: read-only fields, and options by key
     * @throws FormRejected naming each field that is wrong and why
     */
    FormAnswers check(FormSchema schema, Map<String, @Nullable Object> submitted, Map<String, @Nullable Object> shown) {
        List<String> wrong = new ArrayList<>();
        submitted.keySet().stream()
                .filter(key -> schema.field(key).isEmpty())
                .forEach(key -> wrong.add("Feltet «%s» finnes ikke i skjemaet.".formatted(key)));

        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        schema.fields()
                .forEach(field -> context.put(
                        field.key(), field.readOnly() ? shown.get(field.key()) : submitted.get(field.key())));

        Map<String, Object> answers = new LinkedHashMap<>();
        for (Field field : schema.fields()) {
            if (field.readOnly()) {
                continue;
            }
            if (isHidden(field, context)) {
                continue;
            }
            @Nullable Object value = read(field, submitted.get(field.key()), shown, wrong);
            boolean empty = value == null || value.equals("") || value instanceof List<?> list && list.isEmpty();
            if (field.required() && (empty || field.type().equals("checkbox") && !Boolean.TRUE.equals(value))) {
                wrong.add(
                        field.type().equals("checkbox")
                                ? "«%s» må krysses av.".formatted(field.label())
                                : "«%s» må fylles ut.".formatted(field.label()));
            } else if (field.type().equals("checkbox")) {
                answers.put(field.key(), Boolean.TRUE.equals(value));
            } else if (value != null && !empty) {
                answers.put(field.key(), value);
            }
        }
        if (!wrong.isEmpty()) {
            throw new FormRejected("Skjemaet kan ikke sendes inn. "
                    + String.join(" ", wrong.stream().distinct().toList()));
        }
        return new FormAnswers(answers);
    }

    private boolean isHidden(Field field, Map<String, @Nullable Object> context) {
        return field.hiddenBy().stream()
                .anyMatch(condition -> Boolean.TRUE.equals(feel.<Object>evaluateSimpleExpression(
                        condition, Variables.fromMap(context).asVariableContext())));
    }

    private @Nullable Object read(
            Field field, @Nullable Object raw, Map<String, @Nullable Object> shown, List<String> wrong) {
        if (raw == null) {
            return null;
        }
        return switch (field.type()) {
            case "textfield", "textarea" -> text(field, raw, wrong);
            case "number" -> number(field, raw, wrong);
            case "checkbox" -> flag(field, raw, wrong);
            case "radio", "select" -> choice(field, raw, shown, wrong);
            case "checklist", "taglist" -> choices(field, raw, shown, wrong);
            case "datetime" -> moment(field, raw, wrong);
            case "dynamiclist" -> rows(field, raw, shown, wrong);
            default -> {
                wrong.add(
                        "«%s» er et felt av typen %s, som ikke kan sendes inn.".formatted(field.label(), field.type()));
                yield null;
            }
        };
    }

    private static @Nullable Object text(Field field, Object raw, List<String> wrong) {
        if (!(raw instanceof String text)) {
            wrong.add("«%s» må være en tekst.".formatted(field.label()));
            return null;
        }
        String value = text.strip();
        if (value.isEmpty()) {
            return null;
        }
        if (field.minLength() != null && value.length() < field.minLength()) {
            wrong.add("«%s» må ha minst %d tegn.".formatted(field.label(), field.minLength()));
        }
        if (field.maxLength() != null && value.length() > field.maxLength()) {
            wrong.add("«%s» kan ha høyst %d tegn.".formatted(field.label(), field.maxLength()));
        }
        if (field.pattern() != null && !Pattern.matches(field.pattern(), value)) {
            wrong.add("«%s» har ikke gyldig format.".formatted(field.label()));
        }
        if ("email".equals(field.validationType()) && !EMAIL.matcher(value).matches()) {
            wrong.add("«%s» må være en e-postadresse, for eksempel navn@kommune.no.".formatted(field.label()));
        }
        if ("phone".equals(field.validationType()) && !PHONE.matcher(value).matches()) {
            wrong.add("«%s» må være et telefonnummer.".formatted(field.label()));
        }
        return value;
    }

    private static @Nullable Object number(Field field, Object raw, List<String> wrong) {
        double value;
        if (raw instanceof Number number) {
            value = number.doubleValue();
        } else if (raw instanceof String text && text.strip().matches("-?\\d+([.,]\\d+)?")) {
            value = Double.parseDouble(text.strip().replace(',', '.'));
        } else {
            wrong.add("«%s» må være et tall.".formatted(field.label()));
            return null;
        }
        if (field.min() != null && value < field.min()) {
            wrong.add("«%s» kan ikke være mindre enn %s.".formatted(field.label(), plain(field.min())));
        }
        if (field.max() != null && value > field.max()) {
            wrong.add("«%s» kan ikke være større enn %s.".formatted(field.label(), plain(field.max())));
        }
        boolean whole = value == Math.rint(value);
        if (!whole && field.decimalDigits() != null && field.decimalDigits() == 0) {
            wrong.add("«%s» må være et helt tall.".formatted(field.label()));
        }
        return whole && Math.abs(value) < Integer.MAX_VALUE ? (Object) (int) value : (Object) value;
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? Long.toString((long) number)
                : Double.toString(number).replace('.', ',');
    }

    private static @Nullable Object flag(Field field, Object raw, List<String> wrong) {
        if (!(raw instanceof Boolean)) {
            wrong.add("«%s» må være krysset av eller ikke.".formatted(field.label()));
            return null;
        }
        return raw;
    }

    private static @Nullable Object choice(
            Field field, Object raw, Map<String, @Nullable Object> shown, List<String> wrong) {
        String value = raw.toString();
        if (value.isEmpty()) {
            return null;
        }
        if (!optionsOf(field, shown).containsKey(value)) {
            wrong.add("«%s» er ikke et av valgene i «%s».".formatted(value, field.label()));
            return null;
        }
        return value;
    }

    private static @Nullable Object choices(
            Field field, Object raw, Map<String, @Nullable Object> shown, List<String> wrong) {
        @Nullable List<?> list = list(field, raw, wrong);
        if (list == null) {
            return null;
        }
        Map<String, String> options = optionsOf(field, shown);
        List<String> values = list.stream().map(String::valueOf).distinct().toList();
        values.stream()
                .filter(value -> !options.containsKey(value))
                .forEach(value -> wrong.add("«%s» er ikke et av valgene i «%s».".formatted(value, field.label())));
        return values;
    }

    private static Map<String, String> optionsOf(Field field, Map<String, @Nullable Object> shown) {
        if (field.optionsFrom() == null) {
            return field.options();
        }
        Map<String, String> options = new LinkedHashMap<>();
        if (shown.get(field.optionsFrom()) instanceof List<?> list) {
            for (Object option : list) {
                if (option instanceof Map<?, ?> map) {
                    options.put(String.valueOf(map.get("value")), String.valueOf(map.get("label")));
                }
            }
        }
        return options;
    }

    private static @Nullable Object moment(Field field, Object raw, List<String> wrong) {
        if (!(raw instanceof String text)) {
            wrong.add("«%s» må være en dato.".formatted(field.label()));
            return null;
        }
        if (text.isBlank()) {
            return null;
        }
        try {
            switch (field.subtype()) {
                case "date" -> LocalDate.parse(text);
                case "datetime" -> OffsetDateTime.parse(text);
                default -> java.time.LocalTime.parse(text);
            }
            return text;
        } catch (DateTimeParseException e) {
            wrong.add("«%s» må være en gyldig %s."
                    .formatted(field.label(), field.subtype().equals("date") ? "dato" : "dato og tid"));
            return null;
        }
    }

    private @Nullable Object rows(Field field, Object raw, Map<String, @Nullable Object> shown, List<String> wrong) {
        @Nullable List<?> list = list(field, raw, wrong);
        if (list == null) {
            return null;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object row : list) {
            if (!(row instanceof Map<?, ?> map)) {
                wrong.add("«%s» har en rad som ikke kan leses.".formatted(field.label()));
                continue;
            }
            Map<String, Object> answers = new LinkedHashMap<>();
            for (Field column : field.columns()) {
                @Nullable Object value = read(column, map.get(column.key()), shown, wrong);
                if (value != null) {
                    answers.put(column.key(), value);
                } else if (column.required()) {
                    wrong.add("«%s» må fylles ut i hver rad.".formatted(column.label()));
                }
            }
            rows.add(answers);
        }
        return rows;
    }

    private static @Nullable List<?> list(Field field, Object raw, List<String> wrong) {
        if (raw instanceof List<?> list) {
            return list;
        }
        if (raw instanceof String text) {
            try {
                return JSON.readValue(text, List.class);
            } catch (JsonProcessingException e) {
                wrong.add("«%s» må være en liste.".formatted(field.label()));
                return null;
            }
        }
        wrong.add("«%s» må være en liste.".formatted(field.label()));
        return null;
    }
}
