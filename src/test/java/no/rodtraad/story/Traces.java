package no.rodtraad.story;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in every row of every table of the engine, stored objects and files included, and in the log. */
final class Traces {

    private final JdbcClient jdbc;
    private final List<String> words;

    Traces(JdbcClient jdbc, Collection<String> words) {
        this.jdbc = jdbc;
        this.words = words.stream().map(Traces::lower).distinct().toList();
    }

    /** Where each word stands, as {@code table.column: word}. */
    List<String> inEngine() {
        var found = new ArrayList<String>();
        for (String table : tables()) {
            jdbc.sql("select * from " + table)
                    .query()
                    .listOfRows()
                    .forEach(row -> row.forEach((column, value) -> {
                        if (value != null) {
                            in(text(value)).forEach(word -> found.add("%s.%s: %s".formatted(table, column, word)));
                        }
                    }));
        }
        return found.stream().distinct().toList();
    }

    /** The words that stand in a text, such as a log. */
    List<String> in(CharSequence text) {
        String all = lower(text.toString());
        return words.stream().filter(all::contains).toList();
    }

    List<String> tables() {
        return jdbc.sql("select table_name from information_schema.tables where table_name like 'act\\_%' order by 1")
                .query(String.class)
                .list();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value.toString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
