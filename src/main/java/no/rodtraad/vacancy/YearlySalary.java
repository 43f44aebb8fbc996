package no.rodtraad.vacancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A yearly salary that a text states beyond doubt.
 *
 * @param lowest kroner
 * @param highest kroner; the same when there is one amount
 */
record YearlySalary(int lowest, int highest) {

    private static final int LEAST = 200_000;
    private static final Pattern KRONER = Pattern.compile("\\bkr(oner)?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AMOUNT =
            Pattern.compile("(?<!\\d|\\d[ .\\u00a0])(\\d{3})[ .\\u00a0]?(\\d{3})(?![ .\\u00a0]?\\d)");
    private static final Pattern UP_TO = Pattern.compile("(\\s*[-–]\\s*|\\s+til\\s+)(kr\\.?\\s*)?");

    /** Empty unless the text has exactly one amount, or exactly two with a dash or «til» between them. */
    static Optional<YearlySalary> in(String text) {
        if (!KRONER.matcher(text).find()) {
            return Optional.empty();
        }
        List<MatchResult> found = AMOUNT.matcher(text).results().toList();
        var amounts = new ArrayList<Integer>();
        found.forEach(amount -> amounts.add(Integer.valueOf(amount.group(1) + amount.group(2))));
        if (found.isEmpty() || found.size() > 2 || amounts.get(0) < LEAST) {
            return Optional.empty();
        }
        if (found.size() == 1) {
            return Optional.of(new YearlySalary(amounts.get(0), amounts.get(0)));
        }
        String between = text.substring(found.get(0).end(), found.get(1).start());
        return UP_TO.matcher(between).matches() && amounts.get(0) < amounts.get(1)
                ? Optional.of(new YearlySalary(amounts.get(0), amounts.get(1)))
                : Optional.empty();
    }
}
