package no.rodtraad.redthread;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.CaseProgress;
import no.rodtraad.process.CaseProgress.OpenTask;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who holds the ball in a case, in words. */
@Component
class TaskViews {

    private final CaseProgress progress;
    private final WorkingCalendars calendars;
    private final StaffDirectory directory;
    private final Clock clock;

    TaskViews(CaseProgress progress, WorkingCalendars calendars, StaffDirectory directory, Clock clock) {
        this.progress = progress;
        this.calendars = calendars;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param linkId the task in Tasklist, for those who may open it
     * @param holder those it is with
     * @param taken whether somebody has taken it
     * @param overdue how long past its due day; null before that
     */
    record Task(
            String name,
            @Nullable String linkId,
            String holder,
            boolean taken,
            @Nullable String about,
            String since,
            @Nullable String due,
            @Nullable String overdue) {}

    /**
     * Oldest first.
     *
     * @param names applicants by application; without those the employee may not know of
     */
    List<Task> of(Staff staff, CaseId caseId, Map<ApplicationId, String> names) {
        return progress.openTasks(caseId).stream()
                .map(task -> view(staff, caseId, task, names))
                .toList();
    }

    private Task view(Staff staff, CaseId caseId, OpenTask task, Map<ApplicationId, String> names) {
        @Nullable LocalDate due = task.due() == null ? null : OsloTime.lastDayOf(Date.from(task.due()));
        return new Task(
                task.name(),
                isFor(staff, task) ? task.id() : null,
                holder(task),
                task.assignee() != null,
                task.applicationId() == null ? null : names.get(task.applicationId()),
                Words.date(task.created()),
                due == null ? null : Words.date(due),
                due == null ? null : overdue(caseId, due));
    }

    private static boolean isFor(Staff staff, OpenTask task) {
        return staff.userId().equals(task.assignee())
                || task.offeredTo().contains(staff.userId())
                || task.groups().stream().anyMatch(group -> staff.isIn(List.of(group.id())));
    }

    private String holder(OpenTask task) {
        if (task.assignee() != null) {
            return directory.nameOf(task.assignee());
        }
        List<String> offered = task.offeredTo().isEmpty()
                ? task.groups().stream().map(CaseProgress.Group::name).toList()
                : task.offeredTo().stream().map(directory::nameOf).toList();
        return offered.isEmpty() ? "Ingen" : String.join(", ", offered);
    }

    private @Nullable String overdue(CaseId caseId, LocalDate due) {
        LocalDate today = OsloTime.dayOf(clock.instant());
        if (!today.isAfter(due)) {
            return null;
        }
        int late = calendars.of(caseId.tenantId()).between(due, today);
        return late == 0 ? "over fristen" : Words.workingDays(late) + " over fristen";
    }
}
