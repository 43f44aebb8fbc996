package no.rodtraad.merging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.NotYours;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.BaseFiles;
import no.rodtraad.process.BaseFiles.OwnFile;
import no.rodtraad.process.BaseFiles.RegionChange;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.ReleaseRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where an administrator puts files in force for all municipalities, and sees which are. */
@Controller
@StaffPage
@RequestMapping("/prosesser/fletting/felles")
class RegionPages {

    private static final int LONGEST_REASON = 200;
    private static final String SEPARATOR = ":";

    private final BaseFiles bases;
    private final Municipalities municipalities;
    private final StaffDirectory directory;

    RegionPages(BaseFiles bases, Municipalities municipalities, StaffDirectory directory) {
        this.bases = bases;
        this.municipalities = municipalities;
        this.directory = directory;
    }

    /** @param id tenant id and file name */
    record Source(String id, String name) {}

    record Line(String file, String date, String who, String reason) {}

    @GetMapping
    String show(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "gjort", defaultValue = "") String done,
            Model model) {
        mayChange(staff);
        model.addAttribute("sources", sources());
        List<RegionChange> history = bases.regionHistory();
        model.addAttribute(
                "now",
                history.stream().filter(RegionChange::counts).map(this::line).toList());
        model.addAttribute("lines", history.stream().map(this::line).toList());
        model.addAttribute("done", done);
        return "staff/merge-region";
    }

    @PostMapping
    String putInForce(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "filer", required = false) @Nullable List<MultipartFile> sent,
            @RequestParam(name = "kilde", defaultValue = "") String source,
            @RequestParam("grunn") String reason,
            Model model) {
        mayChange(staff);
        Map<String, String> files = files(sent == null ? List.of() : sent, source);
        if (files.isEmpty()) {
            model.addAttribute("fileProblem", "Velg minst én fil, eller en fil som en kommune har fra før.");
        }
        if (!isReason(reason)) {
            model.addAttribute("reasonProblem", "Skriv kort hvorfor, med høyst %d tegn.".formatted(LONGEST_REASON));
        }
        if (files.isEmpty() || !isReason(reason)) {
            return again(staff, source, reason, model);
        }
        try {
            bases.putInForceForAll(files, reason.strip(), staff.userId());
        } catch (ReleaseRefused e) {
            refused(e, model);
            return again(staff, source, reason, model);
        }
        return "redirect:/prosesser/fletting/felles?gjort=lagt-ut";
    }

    @PostMapping("/bort")
    String takeAway(@AuthenticationPrincipal Staff staff, @RequestParam("navn") String name, Model model) {
        mayChange(staff);
        if (bases.regionHistory().stream().noneMatch(change -> change.name().equals(name) && change.counts())) {
            throw new NotHere("Filen er ikke lenger felles for kommunene.");
        }
        try {
            bases.takeAwayForAll(name, "Ikke lenger felles for kommunene: " + name, staff.userId());
        } catch (ReleaseRefused e) {
            refused(e, model);
            return show(staff, "", model);
        }
        return "redirect:/prosesser/fletting/felles?gjort=tatt-bort";
    }

    private String again(Staff staff, String source, String reason, Model model) {
        model.addAttribute("source", source);
        model.addAttribute("reason", reason);
        return show(staff, "", model);
    }

    private void refused(ReleaseRefused e, Model model) {
        @Nullable String tenant = e.tenantId();
        model.addAttribute(
                "refusedFor", tenant == null ? "" : municipalities.get(tenant).name());
        model.addAttribute("findings", e.findings());
    }

    private Map<String, String> files(List<MultipartFile> sent, String source) {
        Map<String, String> files = new TreeMap<>();
        sent.stream()
                .filter(file -> !file.isEmpty())
                .forEach(file -> files.put(Objects.requireNonNullElse(file.getOriginalFilename(), ""), read(file)));
        int at = source.indexOf(SEPARATOR);
        if (at > 0 && municipalities.tenantIds().contains(source.substring(0, at))) {
            bases.own(source.substring(0, at), source.substring(at + 1))
                    .ifPresent(own -> files.put(own.name(), own.text()));
        }
        return files;
    }

    private static String read(MultipartFile file) {
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReason(String reason) {
        return !reason.isBlank() && reason.strip().length() <= LONGEST_REASON;
    }

    private List<Source> sources() {
        return municipalities.tenantIds().stream()
                .flatMap(tenant -> bases.own(tenant).stream().map(own -> source(tenant, own)))
                .toList();
    }

    private Source source(String tenant, OwnFile own) {
        return new Source(
                tenant + SEPARATOR + own.name(), municipalities.get(tenant).name() + ": " + own.name());
    }

    private Line line(RegionChange change) {
        return new Line(
                change.name(),
                OsloTime.date(OsloTime.dayOf(change.since())),
                directory.nameOf(change.userId()),
                change.reason());
    }

    private static void mayChange(Staff staff) {
        if (!staff.isAdministrator()) {
            throw new NotYours("Felles filer kan leses og endres av administrator.");
        }
    }
}
