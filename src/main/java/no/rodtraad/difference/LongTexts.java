package no.rodtraad.difference;

import java.util.Arrays;
import java.util.List;

/** Two texts, without what is the same in the beginning and the end when they are so long that nobody sees the difference. */
record LongTexts(String before, String after) {

    private static final int LONG = 160;
    private static final int WORDS_AROUND = 4;
    private static final String LEFT_OUT = "\u2026";

    static LongTexts of(String before, String after) {
        if (before.length() < LONG || after.length() < LONG) {
            return new LongTexts(before, after);
        }
        List<String> old = Arrays.asList(before.split(" "));
        List<String> now = Arrays.asList(after.split(" "));
        int most = Math.min(old.size(), now.size());
        int begin = 0;
        while (begin < most && old.get(begin).equals(now.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < most - begin && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        return new LongTexts(part(old, begin, end), part(now, begin, end));
    }

    /** @param begin how many words are the same in the beginning */
    private static String part(List<String> words, int begin, int end) {
        int from = Math.max(0, begin - WORDS_AROUND);
        int to = Math.min(words.size(), words.size() - end + WORDS_AROUND);
        return (from > 0 ? "\u00ab" + LEFT_OUT + " " : "")
                + String.join(" ", words.subList(from, to))
                + (to < words.size() ? " " + LEFT_OUT + "\u00bb" : "");
    }
}
