package no.rodtraad.survey;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.NotYours;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.messaging.Language;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import no.rodtraad.survey.Leavers.Newcomer;
import no.rodtraad.survey.SurveyResults.Figure;
import no.rodtraad.survey.SurveyResults.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people have answered, for HR of the same municipality, and the word that somebody leaves. */
@Controller
@StaffPage
@RequestMapping("/saker/undersokelser")
class ResultPages {

    private static final List<String> READERS = List.of("hr", "hrLead");
    private static final Locale BOKMAAL = Locale.forLanguageTag("nb");

    private final SurveyResults results;
    private final Questionnaires questionnaires;
    private final Leavers leavers;
    private final Municipalities municipalities;

    ResultPages(SurveyResults results, Questionnaires questionnaires, Leavers leavers, Municipalities municipalities) {
        this.results = results;
        this.questionnaires = questionnaires;
        this.leavers = leavers;
        this.municipalities = municipalities;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "om", defaultValue = "") String about,
            @RequestParam(name = "kommune", defaultValue = "") String tenant,
            Model model) {
        List<String> mine = tenants(staff);
        List<Choice> surveys = Arrays.stream(SurveyKind.values())
                .map(kind -> new Choice(kind.slug(), titleOf(kind)))
                .toList();
        model.addAttribute("surveys", surveys);
        model.addAttribute(
                "employers",
                mine.stream()
                        .map(id -> new Choice(id, municipalities.get(id).name()))
                        .toList());
        model.addAttribute("about", about);
        model.addAttribute("chosenEmployer", tenant);
        model.addAttribute(
                "sections",
                mine.stream()
                        .filter(id -> tenant.isEmpty() || tenant.equals(id))
                        .flatMap(id -> sections(id, about))
                        .toList());
        return "survey/results";
    }

    @GetMapping("/slutter")
    String leavers(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "sendt", required = false) @Nullable String sent,
            Model model) {
        model.addAttribute("sent", sent != null);
        model.addAttribute(
                "newcomers",
                leavers.newcomers(tenants(staff)).stream()
                        .map(one -> new Row(
                                one.applicationId().toString(),
                                one.name(),
                                one.position(),
                                OsloTime.date(one.firstDay())))
                        .toList());
        return "survey/leavers";
    }

    @PostMapping("/slutter")
    String leaves(@AuthenticationPrincipal Staff staff, @RequestParam("ansatt") String application) {
        Newcomer newcomer = leavers.newcomers(tenants(staff)).stream()
                .filter(one -> one.applicationId().toString().equals(application))
                .findFirst()
                .orElseThrow(NotHere::new);
        leavers.leaves(newcomer);
        return "redirect:/saker/undersokelser/slutter?sendt";
    }

    private List<String> tenants(Staff staff) {
        if (!staff.isIn(READERS)) {
            throw new NotYours("Undersøkelsene kan leses av HR, HR-leder og administrator.");
        }
        Collection<String> own = staff.isAdministrator() ? municipalities.tenantIds() : staff.tenants();
        return own.stream().sorted().toList();
    }

    private Stream<Section> sections(String tenantId, String about) {
        return Arrays.stream(SurveyKind.values())
                .filter(kind -> about.isEmpty() || kind.slug().equals(about))
                .map(kind -> new Section(
                        tenantId + "-" + kind.slug(),
                        titleOf(kind),
                        municipalities.get(tenantId).name(),
                        results.of(tenantId, kind).stream()
                                .map(ResultPages::period)
                                .toList()));
    }

    private String titleOf(SurveyKind kind) {
        return questionnaires.of(kind, Language.NB).name();
    }

    record Choice(String value, String label) {}

    record Section(String id, String title, String municipality, List<Period> periods) {}

    record Period(String name, int answers, List<Line> lines, List<String> texts) {}

    /** @param counts how many gave 1, 2, 3, 4 and 5, with a middle dot between */
    record Line(String statement, String mean, String counts) {}

    record Row(String id, String name, String position, String firstDay) {}

    private static Period period(Result result) {
        return new Period(
                result.period(),
                result.answers(),
                result.figures().stream().map(ResultPages::line).toList(),
                result.texts());
    }

    private static Line line(Figure figure) {
        return new Line(
                figure.statement(),
                String.format(BOKMAAL, "%.1f", figure.mean()),
                String.join(" · ", figure.counts().stream().map(String::valueOf).toList()));
    }
}
