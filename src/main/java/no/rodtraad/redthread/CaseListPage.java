package no.rodtraad.redthread;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.CaseProgress;
import no.rodtraad.process.Municipalities;
import no.rodtraad.variant.Trials;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The cases of the employee's municipalities: those that run by danger of breaking a deadline, then the others. */
@Controller
@StaffPage
@RequestMapping("/saker")
class CaseListPage {

    private final HiringCases cases;
    private final CaseProgress progress;
    private final DeadlineViews deadlines;
    private final TaskViews tasks;
    private final Trials trials;
    private final Municipalities municipalities;

    CaseListPage(
            HiringCases cases,
            CaseProgress progress,
            DeadlineViews deadlines,
            TaskViews tasks,
            Trials trials,
            Municipalities municipalities) {
        this.cases = cases;
        this.progress = progress;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.trials = trials;
        this.municipalities = municipalities;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Staff staff, Model model) {
        List<String> tenants = staff.isAdministrator() ? municipalities.tenantIds() : staff.tenants();
        Map<Boolean, List<HiringCase>> byRunning = cases.ofTenants(tenants).stream()
                .collect(Collectors.partitioningBy(hiring -> progress.isRunning(hiring.id())));
        model.addAttribute(
                "running",
                byRunning.getOrDefault(true, List.of()).stream()
                        .map(hiring -> running(staff, hiring))
                        .sorted(Comparator.comparing(Running::danger))
                        .toList());
        model.addAttribute(
                "ended",
                byRunning.getOrDefault(false, List.of()).stream()
                        .map(hiring -> CaseRow.of(hiring, municipalities))
                        .toList());
        model.addAttribute("overdueTrials", trials.overdue(tenants));
        return "staff/cases";
    }

    private Running running(Staff staff, HiringCase hiring) {
        List<TaskViews.Task> open = tasks.of(staff, hiring.id(), Map.of());
        TaskViews.@Nullable Task first = open.isEmpty() ? null : open.get(0);
        return new Running(
                CaseRow.of(hiring, municipalities),
                deadlines.danger(hiring.id()),
                first == null ? "Ingen oppgave nå" : first.name(),
                first == null ? null : first.holder() + " siden " + first.since(),
                Math.max(0, open.size() - 1));
    }

    /**
     * @param task what has waited longest
     * @param ball with whom, since when
     * @param more how many more tasks are open
     */
    record Running(
            CaseRow row,
            DeadlineViews.Danger danger,
            String task,
            @Nullable String ball,
            int more) {}
}
