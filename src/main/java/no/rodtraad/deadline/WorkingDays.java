package no.rodtraad.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import no.rodtraad.process.Span;

/**
 * The working days of one municipality: Monday to Friday, without Norwegian public holidays, the days the municipality
 * itself is closed, and July where the municipality rests its deadlines then. A value: it does not change when the
 * municipality's calendar does.
 */
public final class WorkingDays {

    /** So far ahead that only a calendar with no working days at all comes here. */
    private static final int LONGEST_REST = 1_000;

    private final PublicHolidays holidays;
    private final Set<LocalDate> closedDays;
    private final boolean julyClosed;

    WorkingDays(PublicHolidays holidays, Set<LocalDate> closedDays, boolean julyClosed) {
        this.holidays = holidays;
        this.closedDays = Set.copyOf(closedDays);
        this.julyClosed = julyClosed;
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !(julyClosed && day.getMonth() == Month.JULY)
                && !closedDays.contains(day)
                && !holidays.contains(day);
    }

    /**
     * The day a number of working days after another; the first one counted is the day after. Zero gives the day itself,
     * or the next working day.
     */
    public LocalDate after(LocalDate from, int workingDays) {
        LocalDate day = from;
        for (int left = workingDays; left > 0; left--) {
            day = next(day, 1);
        }
        return atOrAfter(day);
    }

    /** The day a number of working days before another. */
    public LocalDate before(LocalDate from, int workingDays) {
        LocalDate day = from;
        for (int left = workingDays; left > 0; left--) {
            day = next(day, -1);
        }
        return day;
    }

    /** The day itself, or the next working day. */
    public LocalDate atOrAfter(LocalDate day) {
        return isWorkingDay(day) ? day : next(day, 1);
    }

    /**
     * How many working days there are after one day up to and with another; negative when the other is earlier. So
     * {@code between(day, after(day, n))} is {@code n} for every n above zero.
     */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /**
     * The day a deadline falls that is a span after another day. Days, weeks, months and years are counted in the
     * calendar; where that ends on a closed day, it is the next working day.
     *
     * @throws IllegalArgumentException for hours and minutes
     */
    public LocalDate due(LocalDate from, Span span) {
        return atOrAfter(dayAfter(from, span));
    }

    /**
     * The day a span after another, closed or not. Only working days avoid closed days.
     *
     * @throws IllegalArgumentException for hours and minutes
     */
    public LocalDate dayAfter(LocalDate from, Span span) {
        return switch (span.unit()) {
            case WORKING_DAYS -> after(from, span.amount());
            case DAYS -> from.plusDays(span.amount());
            case WEEKS -> from.plusWeeks(span.amount());
            case MONTHS -> from.plusMonths(span.amount());
            case YEARS -> from.plusYears(span.amount());
            case HOURS, MINUTES -> throw new IllegalArgumentException(span + " is not counted in days");
        };
    }

    private LocalDate next(LocalDate from, int step) {
        LocalDate day = from.plusDays(step);
        for (int rest = 0; !isWorkingDay(day); rest++) {
            if (rest > LONGEST_REST) {
                throw new IllegalStateException("The calendar has no working day near " + from);
            }
            day = day.plusDays(step);
        }
        return day;
    }
}
