package no.rodtraad.merging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.OwnMunicipality;
import no.rodtraad.identity.OwnMunicipality.Choice;
import no.rodtraad.identity.ProcessPeople;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.merging.FileReport.State;
import no.rodtraad.process.BaseFiles;
import no.rodtraad.process.BaseFiles.Base;
import no.rodtraad.process.ReleaseRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where HR sees which files are their own, what has happened to the base meanwhile, and what to do about it. */
@Controller
@StaffPage
@RequestMapping("/prosesser/fletting")
class MergePages {

    /** The engine keeps 255. */
    private static final int LONGEST_REASON = 200;

    private final Merges merges;
    private final BaseFiles bases;
    private final OwnMunicipality own;

    MergePages(Merges merges, BaseFiles bases, OwnMunicipality own) {
        this.merges = merges;
        this.bases = bases;
        this.own = own;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = "gjort", defaultValue = "") String done,
            Model model) {
        ProcessPeople.mayRead(staff);
        Choice chosen = own.chosen(staff, municipality);
        String tenant = chosen.id();
        List<FileReport> reports = merges.of(tenant);
        model.addAttribute("municipality", tenant);
        model.addAttribute("name", chosen.name());
        model.addAttribute("others", own.others(staff, chosen));
        model.addAttribute("reports", reports);
        model.addAttribute("following", following(tenant, reports));
        model.addAttribute("administrator", staff.isAdministrator());
        model.addAttribute("done", done);
        return "staff/merge";
    }

    @GetMapping("/fil")
    String showFile(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam("navn") String name,
            Model model) {
        ProcessPeople.mayRead(staff);
        String tenant = own.chosen(staff, municipality).id();
        FileReport report = report(tenant, name);
        model.addAttribute("municipality", tenant);
        model.addAttribute("report", report);
        model.addAttribute("mark", mark(report));
        model.addAttribute("designs", ProcessPeople.designs(staff));
        model.addAttribute("forAll", isForAll(name));
        reasons(model, "Flettet med grunnvarianten: " + report.title(), "Følger grunnvarianten: " + report.title());
        return "staff/merge-file";
    }

    @GetMapping("/fil/last-ned")
    ResponseEntity<byte[]> download(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam("navn") String name,
            @RequestParam("utgave") String which) {
        ProcessPeople.mayRead(staff);
        FileReport report = report(own.chosen(staff, municipality).id(), name);
        String text = Optional.ofNullable(text(report, which))
                .orElseThrow(() -> new NotHere("Denne utgaven av filen finnes ikke. Gå tilbake og velg en annen."));
        String file = name.substring(name.lastIndexOf('/') + 1);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(which + "-" + file, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(FileReport report, String which) {
        return switch (which) {
            case "egen" -> report.file().text();
            case "for" -> text(report.file().madeFrom());
            case "grunn" -> text(report.file().base());
            case "flettet" -> report.merged();
            default -> null;
        };
    }

    private static @Nullable String text(@Nullable Base base) {
        return base == null ? null : base.text();
    }

    @PostMapping("/fil/flett")
    String merge(
            @AuthenticationPrincipal Staff staff,
            @RequestParam("kommune") String municipality,
            @RequestParam("navn") String name,
            @RequestParam("merke") String mark,
            @RequestParam("grunn") String reason,
            Model model) {
        return change(staff, municipality, name, mark, reason, true, model);
    }

    @PostMapping("/fil/folg")
    String follow(
            @AuthenticationPrincipal Staff staff,
            @RequestParam("kommune") String municipality,
            @RequestParam("navn") String name,
            @RequestParam("merke") String mark,
            @RequestParam("grunn") String reason,
            Model model) {
        return change(staff, municipality, name, mark, reason, false, model);
    }

    @PostMapping("/fil/behold")
    String keep(
            @AuthenticationPrincipal Staff staff,
            @RequestParam("kommune") String municipality,
            @RequestParam("navn") String name,
            @RequestParam("merke") String mark,
            Model model) {
        ProcessPeople.mayDesign(staff);
        String tenant = own.chosen(staff, municipality).id();
        if (!mark(report(tenant, name)).equals(mark)) {
            return again(staff, tenant, name, model);
        }
        bases.keep(tenant, name);
        return done(tenant, "beholdt");
    }

    private String change(
            Staff staff, String municipality, String name, String mark, String reason, boolean merging, Model model) {
        ProcessPeople.mayDesign(staff);
        String tenant = own.chosen(staff, municipality).id();
        FileReport report = report(tenant, name);
        if (!mark(report).equals(mark)) {
            return again(staff, tenant, name, model);
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            model.addAttribute("problemIn", merging ? "flett" : "folg");
            model.addAttribute(
                    "problem",
                    "Skriv kort hvorfor, med høyst %d tegn. Det vises blant versjonene.".formatted(LONGEST_REASON));
            return withReason(staff, tenant, name, reason, merging, model);
        }
        try {
            if (merging) {
                bases.merge(tenant, name, Objects.requireNonNull(report.merged()), reason.strip(), staff.userId());
            } else {
                bases.follow(tenant, name, reason.strip(), staff.userId());
            }
        } catch (ReleaseRefused e) {
            model.addAttribute("findings", e.findings());
            return withReason(staff, tenant, name, reason, merging, model);
        }
        return done(tenant, merging ? "flettet" : "folger");
    }

    private String again(Staff staff, String tenant, String name, Model model) {
        model.addAttribute("changed", true);
        return showFile(staff, tenant, name, model);
    }

    private String withReason(Staff staff, String tenant, String name, String reason, boolean merging, Model model) {
        String page = showFile(staff, tenant, name, model);
        model.addAttribute(merging ? "mergeReason" : "followReason", reason);
        return page;
    }

    private static void reasons(Model model, String merge, String follow) {
        model.addAttribute("mergeReason", merge);
        model.addAttribute("followReason", follow);
    }

    private static String done(String tenant, String what) {
        return "redirect:/prosesser/fletting?kommune=%s&gjort=%s".formatted(tenant, what);
    }

    private long following(String tenant, List<FileReport> reports) {
        return bases.base(tenant).size()
                - reports.stream()
                        .filter(report -> report.state() != State.ALONE)
                        .count();
    }

    private boolean isForAll(String name) {
        return bases.regionHistory().stream()
                .anyMatch(change -> change.counts() && change.name().equals(name));
    }

    private FileReport report(String tenant, String name) {
        return merges.of(tenant, name)
                .orElseThrow(() -> new NotHere("Kommunen har ikke lenger en egen utgave av denne filen."));
    }

    /** What the user has looked at: another when the file or its base has changed since. */
    private static String mark(FileReport report) {
        String all = String.join(
                "\n",
                report.file().text(),
                Objects.requireNonNullElse(text(report.file().base()), ""),
                Objects.requireNonNullElse(text(report.file().madeFrom()), ""));
        return DigestUtils.md5DigestAsHex(all.getBytes(StandardCharsets.UTF_8));
    }
}
