package no.rodtraad.deadline;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Norwegian public holidays, computed by Jollyday; the movable ones too. */
final class PublicHolidays {

    /** By Jollyday's keys; it has no Norwegian names itself. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("NEW_YEAR", "Første nyttårsdag"),
            Map.entry("christian.MAUNDY_THURSDAY", "Skjærtorsdag"),
            Map.entry("christian.GOOD_FRIDAY", "Langfredag"),
            Map.entry("christian.EASTER", "Første påskedag"),
            Map.entry("christian.EASTER_MONDAY", "Andre påskedag"),
            Map.entry("LABOUR_DAY", "Arbeidernes dag"),
            Map.entry("CONSTITUTION_DAY", "Grunnlovsdagen"),
            Map.entry("christian.ASCENSION_DAY", "Kristi himmelfartsdag"),
            Map.entry("christian.WHIT_SUNDAY", "Første pinsedag"),
            Map.entry("christian.PENTECOST", "Første pinsedag"),
            Map.entry("christian.WHIT_MONDAY", "Andre pinsedag"),
            Map.entry("christian.PENTECOST_MONDAY", "Andre pinsedag"),
            Map.entry("CHRISTMAS", "Første juledag"),
            Map.entry("STEPHENS", "Andre juledag"));

    private final HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NORWAY));
    private final Map<Integer, SortedMap<LocalDate, String>> byYear = new ConcurrentHashMap<>();

    boolean contains(LocalDate day) {
        return of(day.getYear()).containsKey(day);
    }

    /** The day and its Norwegian name, in order. */
    SortedMap<LocalDate, String> of(int year) {
        return byYear.computeIfAbsent(year, this::compute);
    }

    private SortedMap<LocalDate, String> compute(int year) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        manager.getHolidays(Year.of(year)).stream()
                .sorted(Comparator.comparing(Holiday::getPropertiesKey))
                .forEach(holiday ->
                        days.merge(holiday.getDate(), nameOf(holiday), (one, other) -> one + " og " + lower(other)));
        return days;
    }

    private static String nameOf(Holiday holiday) {
        return NAMES.getOrDefault(holiday.getPropertiesKey(), "Høytidsdag");
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
