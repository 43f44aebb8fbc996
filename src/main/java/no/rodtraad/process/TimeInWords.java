package no.rodtraad.process;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a timer of a diagram says, for people. */
public final class TimeInWords {

    private static final Pattern CALL = Pattern.compile("\\$\\{\\w+\\.(\\w+)\\(([^,)]*)(?:,\\s*'?([^,)']*)'?)?\\)}");
    private static final Pattern DATE = Pattern.compile("\\$\\{(\\w+)}");

    private static final Map<String, String> DATES = Map.of(
            "firstDay", "første arbeidsdag",
            "probationEnd", "prøvetiden er ute",
            "interviewAt", "intervjuet",
            "applicationDeadline", "søknadsfristen",
            "offerDeadline", "svarfristen");

    private static final Map<String, Function<MatchResult, String>> CALLS = Map.of(
            "workingDaysFromNow", call -> "etter " + workingDays(call.group(2)),
            "workingDaysBefore", call -> "%s før %s".formatted(workingDays(call.group(3)), date(call.group(2))),
            "daysBefore", call -> "%s før %s".formatted(days(call.group(3)), date(call.group(2))),
            "monthsAfter", call -> "%s etter %s".formatted(months(call.group(3)), date(call.group(2))),
            "afterFirstDay", call -> days(call.group(3)) + " etter første arbeidsdag",
            "afterDeadline", call -> days(call.group(3)) + " etter søknadsfristen");

    private TimeInWords() {}

    /** @return empty for what the deadline table or the step's own name tells */
    public static String of(String written) {
        Matcher call = CALL.matcher(written);
        if (call.matches()) {
            @Nullable Function<MatchResult, String> words = CALLS.get(call.group(1));
            return words == null ? "" : words.apply(call);
        }
        Matcher date = DATE.matcher(written);
        if (date.matches()) {
            return date(date.group(1));
        }
        return written.startsWith("$") || written.startsWith("R") ? "" : written;
    }

    private static String date(String variable) {
        return DATES.getOrDefault(variable, variable);
    }

    private static String workingDays(String number) {
        return counted(number, "arbeidsdag", "arbeidsdager");
    }

    private static String days(String number) {
        return counted(number, "dag", "dager");
    }

    private static String months(String number) {
        return counted(number, "måned", "måneder");
    }

    private static String counted(String number, String one, String more) {
        return "%s %s".formatted(number, number.equals("1") ? one : more);
    }
}
