package no.rodtraad.variant;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.ProcessVersion.ChangedFile;

/** How versions and their files are spoken of. */
final class VersionTexts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d. MMMM yyyy 'kl.' HH.mm", Locale.forLanguageTag("nb-NO"));

    private VersionTexts() {}

    static String time(Instant at) {
        return TIME.format(at.atZone(OsloTime.ZONE));
    }

    static String cases(long count) {
        return switch ((int) Math.min(count, 2)) {
            case 0 -> "Ingen saker som er i gang";
            case 1 -> "1 sak som er i gang";
            default -> count + " saker som er i gang";
        };
    }

    /** «Endret: skjemaet til «Skriv utlysningstekst»». */
    static String changed(ChangedFile file) {
        String change = switch (file.change()) {
            case ADDED -> "Ny: ";
            case CHANGED -> "Endret: ";
            case REMOVED -> "Fjernet: ";
        };
        return change + what(file);
    }

    private static String what(ChangedFile file) {
        boolean isForm = file.file().endsWith(".form");
        String kind = isForm ? "skjemaet" : file.file().endsWith(".bpmn") ? "prosessen" : "tabellen";
        return file.names().isEmpty() ? kind : "%s %s%s".formatted(kind, isForm ? "til " : "", quoted(file.names()));
    }

    private static String quoted(List<String> names) {
        return names.stream().distinct().map("«%s»"::formatted).collect(Collectors.joining(", "));
    }

    /** The name without its folder. */
    static String fileName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
