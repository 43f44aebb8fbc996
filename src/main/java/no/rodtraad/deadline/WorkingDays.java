package no.rodtraad.deadline;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Counts working days: Monday to Friday, without Norwegian public holidays (Jollyday's calendar for Norway). */
@Component
public class WorkingDays {

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NORWAY));

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.isHoliday(day);
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
        return isWorkingDay(day) ? day : next(day, 1);
    }

    /** The day a number of working days before another. */
    public LocalDate before(LocalDate from, int workingDays) {
        LocalDate day = from;
        for (int left = workingDays; left > 0; left--) {
            day = next(day, -1);
        }
        return day;
    }

    private LocalDate next(LocalDate from, int step) {
        LocalDate day = from.plusDays(step);
        while (!isWorkingDay(day)) {
            day = day.plusDays(step);
        }
        return day;
    }
}
