package no.rodtraad.move;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.OwnMunicipality;
import no.rodtraad.identity.ProcessPeople;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.CaseMoves;
import no.rodtraad.process.CaseProgress;
import no.rodtraad.process.DrawnProcesses;
import no.rodtraad.process.DrawnProcesses.Version;
import no.rodtraad.process.MovePlan;
import no.rodtraad.process.MoveRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases that are under way by the version they follow, and the way from one version to another. */
@Controller
@StaffPage
@RequestMapping("/prosesser/saker")
class MovePages {

    private static final Logger LOG = LoggerFactory.getLogger(MovePages.class);
    private static final String PLAN_PAGE = "staff/move-plan";
    private static final int LONGEST_REASON = 1_000;

    private final DrawnProcesses drawn;
    private final HiringCases cases;
    private final CaseProgress progress;
    private final CaseMoves moves;
    private final Mover mover;
    private final OwnMunicipality own;

    MovePages(
            DrawnProcesses drawn,
            HiringCases cases,
            CaseProgress progress,
            CaseMoves moves,
            Mover mover,
            OwnMunicipality own) {
        this.drawn = drawn;
        this.cases = cases;
        this.progress = progress;
        this.moves = moves;
        this.mover = mover;
        this.own = own;
    }

    /**
     * What the page is about.
     *
     * @param versions newest first
     * @param target the version that cases may be moved to
     */
    private record Wanted(OwnMunicipality.Choice municipality, List<Version> versions, Version target) {

        String tenantId() {
            return municipality.id();
        }

        Version version(String id) {
            return versions.stream()
                    .filter(version -> version.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new NotHere(
                            "Versjonen finnes ikke, eller den hører til en annen kommune. Velg en i listen."));
        }
    }

    record Choice(String id, String name) {}

    /** @param cases that follow the version, the last reported first */
    record Group(String name, boolean inForce, boolean isTarget, List<Row> cases) {}

    /** @param verdict {@code safe}, {@code unsafe} or {@code unknown}, before anybody has asked */
    record Row(String id, String number, String title, String phase, String verdict, List<String> obstacles) {}

    @GetMapping
    String list(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = "til", defaultValue = "") String target,
            Model model) {
        ProcessPeople.mayRead(staff);
        Wanted wanted = wanted(staff, municipality, target);
        Map<CaseId, String> underWay = moves.underWay(wanted.tenantId());
        List<HiringCase> running = cases.ofTenants(List.of(wanted.tenantId())).stream()
                .filter(hiring -> underWay.containsKey(hiring.id()))
                .toList();
        List<Group> groups = wanted.versions().stream()
                .map(version -> group(
                        version,
                        wanted,
                        running.stream()
                                .filter(hiring -> version.id().equals(underWay.get(hiring.id())))
                                .toList(),
                        !target.isEmpty()))
                .filter(group -> !group.cases().isEmpty())
                .toList();
        model.addAttribute("groups", groups);
        model.addAttribute("asked", !target.isEmpty());
        model.addAttribute("others", own.others(staff, wanted.municipality()));
        addCommon(staff, wanted, model);
        return "staff/moves";
    }

    private Group group(Version version, Wanted wanted, List<HiringCase> followers, boolean asked) {
        boolean isTarget = version.equals(wanted.target());
        return new Group(
                MoveTexts.version(version),
                version.equals(wanted.versions().get(0)),
                isTarget,
                followers.stream()
                        .map(hiring ->
                                row(hiring, asked && !isTarget ? plan(hiring.id(), wanted) : Optional.empty(), wanted))
                        .toList());
    }

    private Row row(HiringCase hiring, Optional<MovePlan> plan, Wanted wanted) {
        return new Row(
                hiring.id().value(),
                hiring.id().caseNumber(),
                hiring.title(),
                phase(hiring.id()),
                plan.map(found -> found.isSafe() ? "safe" : "unsafe").orElse("unknown"),
                plan.map(found -> found.obstacles().stream()
                                .map(obstacle -> MoveTexts.obstacle(
                                        obstacle, wanted.target().number()))
                                .toList())
                        .orElse(List.of()));
    }

    private String phase(CaseId caseId) {
        return progress.steps(caseId).stream()
                .filter(step -> step.state() == CaseProgress.State.ACTIVE)
                .map(CaseProgress.Step::name)
                .collect(Collectors.joining(", "));
    }

    @GetMapping("/flytt")
    String confirm(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = "til", defaultValue = "") String target,
            @RequestParam(name = "sak", required = false) @Nullable List<String> chosen,
            Model model) {
        ProcessPeople.mayRead(staff);
        Wanted wanted = wanted(staff, municipality, target);
        List<PlanView> plans = (chosen == null ? List.<String>of() : chosen)
                .stream().distinct().map(id -> view(id, wanted)).toList();
        return show(staff, wanted, plans, List.of(), "", null, model);
    }

    @PostMapping("/flytt")
    String move(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = "til", defaultValue = "") String target,
            @RequestParam(name = "plan", required = false) @Nullable List<String> seen,
            @RequestParam(name = "grunn", defaultValue = "") String typed,
            Model model,
            HttpServletResponse response) {
        ProcessPeople.mayMove(staff);
        Wanted wanted = wanted(staff, municipality, target);
        List<String> plans = seen == null ? List.of() : seen;
        String reason = typed.replace("\u0000", "").strip();
        @Nullable String problem = problem(reason);
        if (problem != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(
                    staff,
                    wanted,
                    plans.stream().map(plan -> view(caseOf(plan), wanted)).toList(),
                    List.of(),
                    reason,
                    problem,
                    model);
        }
        List<PlanView> again = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        for (String plan : plans) {
            Result result = moved(plan, wanted, staff, reason);
            results.add(result);
            if (!result.moved()) {
                again.add(view(caseOf(plan), wanted));
            }
        }
        if (!again.isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return show(staff, wanted, again, results, reason, null, model);
    }

    private static @Nullable String problem(String reason) {
        if (reason.isEmpty()) {
            return MoveTexts.NO_REASON;
        }
        return reason.length() > LONGEST_REASON ? MoveTexts.LONG_REASON : null;
    }

    /** What became of one case. */
    record Result(String caseId, String name, boolean moved, String sentence) {

        static Result of(HiringCase hiring, boolean moved, String sentence) {
            return new Result(hiring.id().value(), hiring.id().caseNumber() + " " + hiring.title(), moved, sentence);
        }
    }

    private Result moved(String seen, Wanted wanted, Staff staff, String reason) {
        HiringCase hiring = hiring(caseOf(seen), wanted);
        Optional<MovePlan> plan = plan(hiring.id(), wanted)
                .filter(MovePlan::isSafe)
                .filter(found -> seen(found).equals(seen));
        if (plan.isEmpty()) {
            return Result.of(hiring, false, MoveTexts.WENT_ON);
        }
        try {
            mover.move(plan.get(), wanted.versions(), staff.userId(), reason);
            return Result.of(hiring, true, MoveTexts.moved(wanted.target()));
        } catch (MoveRefused | ConcurrencyFailureException e) {
            LOG.warn(
                    "Case {} was not moved to version {}",
                    hiring.id(),
                    wanted.target().number(),
                    e);
            return Result.of(hiring, false, MoveTexts.REFUSED);
        }
    }

    private Optional<MovePlan> plan(CaseId caseId, Wanted wanted) {
        return moves.plan(caseId, wanted.target().id());
    }

    private String seen(MovePlan plan) {
        return plan.caseId() + "|" + mover.fingerprint(plan);
    }

    private static String caseOf(String seen) {
        return seen.split("\\|", 2)[0];
    }

    private PlanView view(String caseId, Wanted wanted) {
        HiringCase hiring = hiring(caseId, wanted);
        MovePlan plan = plan(hiring.id(), wanted)
                .orElseThrow(() -> new NotHere("Sak %s er ferdig, og kan ikke flyttes."
                        .formatted(hiring.id().caseNumber())));
        return new PlanView(
                hiring.id().value(),
                hiring.id().caseNumber(),
                hiring.title(),
                wanted.version(plan.from()).number(),
                plan.parts().isEmpty(),
                plan.isSafe() && !plan.parts().isEmpty(),
                seen(plan),
                PlanView.parts(plan, wanted.target().number()));
    }

    private HiringCase hiring(String id, Wanted wanted) {
        return cases.ofTenants(List.of(wanted.tenantId())).stream()
                .filter(hiring -> hiring.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotHere("Saken finnes ikke, eller den hører til en annen kommune."));
    }

    private String show(
            Staff staff,
            Wanted wanted,
            List<PlanView> plans,
            List<Result> results,
            String reason,
            @Nullable String problem,
            Model model) {
        model.addAttribute("plans", plans);
        model.addAttribute("movable", plans.stream().filter(PlanView::safe).count());
        model.addAttribute("results", results);
        model.addAttribute("reason", reason);
        model.addAttribute("problem", problem);
        model.addAttribute("target", MoveTexts.version(wanted.target()));
        addCommon(staff, wanted, model);
        return PLAN_PAGE;
    }

    private void addCommon(Staff staff, Wanted wanted, Model model) {
        model.addAttribute("municipality", wanted.tenantId());
        model.addAttribute("municipalityName", wanted.municipality().name());
        model.addAttribute("targetId", wanted.target().id());
        model.addAttribute("targetNumber", wanted.target().number());
        model.addAttribute("mayMove", ProcessPeople.moves(staff));
        model.addAttribute(
                "versions",
                wanted.versions().stream()
                        .map(version -> new Choice(version.id(), MoveTexts.version(version)))
                        .toList());
    }

    private Wanted wanted(Staff staff, String municipality, String target) {
        OwnMunicipality.Choice chosen = own.chosen(staff, municipality);
        List<Version> versions = drawn.versions(chosen.id());
        if (versions.isEmpty()) {
            throw new NotHere("Kommunen har ingen prosesser ennå.");
        }
        Wanted newest = new Wanted(chosen, versions, versions.get(0));
        return target.isEmpty() ? newest : new Wanted(chosen, versions, newest.version(target));
    }
}
