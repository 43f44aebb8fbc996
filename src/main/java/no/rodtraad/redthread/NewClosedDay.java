package no.rodtraad.redthread;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.deadline.WorkingDays;
import no.rodtraad.process.OsloTime;

/**
 * A day that HR wants to close.
 *
 * @param problems sentence by field; empty when the day can be closed
 */
record NewClosedDay(LocalDate day, Map<String, String> problems) {

    private static final int LONGEST_REASON = 200;

    static NewClosedDay read(String typedDay, String reason, LocalDate today, WorkingDays workingDays) {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<LocalDate> day = parse(typedDay);
        if (day.isEmpty()) {
            problems.put("dag", "Velg dagen som skal være stengt.");
        } else {
            problem(day.get(), today, workingDays).ifPresent(problem -> problems.put("dag", problem));
        }
        if (reason.isEmpty()) {
            problems.put("grunn", "Skriv hvorfor dagen er stengt, for eksempel «Inneklemt dag».");
        } else if (reason.length() > LONGEST_REASON) {
            problems.put("grunn", "Grunnen kan være på høyst 200 tegn.");
        }
        return new NewClosedDay(day.orElse(today), problems);
    }

    static Optional<LocalDate> parse(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> problem(LocalDate day, LocalDate today, WorkingDays workingDays) {
        if (day.isBefore(today)) {
            return Optional.of("%s er passert. Velg en dag som kommer.".formatted(capitalised(OsloTime.longDate(day))));
        }
        if (day.isAfter(today.plusYears(5))) {
            return Optional.of("Velg en dag i løpet av de neste fem årene.");
        }
        if (!workingDays.isWorkingDay(day)) {
            return Optional.of("%s er ikke en arbeidsdag fra før. Velg en annen dag."
                    .formatted(capitalised(OsloTime.longDate(day))));
        }
        return Optional.empty();
    }

    private static String capitalised(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
