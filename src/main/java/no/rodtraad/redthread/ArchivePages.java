package no.rodtraad.redthread;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.rodtraad.application.Applications;
import no.rodtraad.archive.ArchiveDesk;
import no.rodtraad.archive.ArchiveDesk.Entry;
import no.rodtraad.archive.ArchiveDesk.Where;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The archive of one case: what is where, what is missing, and the archivist's numbers. */
@Controller
@StaffPage
@RequestMapping("/saker/{caseId}/arkiv")
class ArchivePages {

    private static final Set<String> REGISTRARS = Set.of("archive");
    private static final String NUMBER = "nr-";
    private static final int LONGEST_NUMBER = 60;

    private final CaseAccess access;
    private final ArchiveDesk desk;
    private final Applications applications;
    private final AuditLog audit;

    ArchivePages(CaseAccess access, ArchiveDesk desk, Applications applications, AuditLog audit) {
        this.access = access;
        this.desk = desk;
        this.applications = applications;
        this.audit = audit;
    }

    /** @param number the archive's number as it is, or as it was typed */
    record Row(
            int journalNumber,
            String code,
            String title,
            String when,
            String where,
            boolean typed,
            @Nullable String number,
            @Nullable String problem) {}

    @GetMapping
    String show(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam(name = "lagret", required = false) @Nullable Integer saved,
            @RequestParam(name = "igjen", required = false) @Nullable String again,
            @RequestParam(name = "kontroll", required = false) @Nullable String check,
            Model model) {
        HiringCase hiring = open(staff, id);
        if (check != null) {
            model.addAttribute("damages", desk.damages(hiring.id()));
        }
        if (saved != null) {
            model.addAttribute(
                    "message",
                    saved == 1 ? "1 dokument har fått nummer." : "%d dokumenter har fått nummer.".formatted(saved));
        } else if (again != null) {
            model.addAttribute("message", "Dokumentene er på vei til arkivet igjen.");
        }
        return show(staff, hiring, Map.of(), model);
    }

    @GetMapping("/pakke")
    ResponseEntity<byte[]> download(@AuthenticationPrincipal Staff staff, @PathVariable("caseId") String id) {
        HiringCase hiring = open(staff, id);
        requireRegistrar(staff);
        byte[] content = desk.packageOfWaiting(hiring.id());
        audit.add(staff, AuditLog.Action.ARCHIVE_PACKAGE_OPENED, hiring.id(), null);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("arkiv-" + hiring.id().caseNumber() + ".zip", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    @PostMapping
    String register(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        HiringCase hiring = open(staff, id);
        requireRegistrar(staff);
        Map<Integer, String> numbers = numbers(typed);
        if (numbers.isEmpty()) {
            return refuse(
                    "Skriv nummeret fra arkivet ved minst ett dokument.", staff, hiring, numbers, model, response);
        }
        if (numbers.values().stream().anyMatch(number -> number.length() > LONGEST_NUMBER)) {
            return refuse(
                    "Et nummer fra arkivet kan ha høyst %d tegn.".formatted(LONGEST_NUMBER),
                    staff,
                    hiring,
                    numbers,
                    model,
                    response);
        }
        int saved = desk.register(hiring.id(), numbers);
        audit.add(staff, AuditLog.Action.ARCHIVE_NUMBERS_WRITTEN, hiring.id(), null);
        return "redirect:/saker/%s/arkiv?lagret=%d".formatted(hiring.id(), saved);
    }

    @PostMapping("/igjen")
    String tryAgain(@AuthenticationPrincipal Staff staff, @PathVariable("caseId") String id) {
        HiringCase hiring = open(staff, id);
        requireRegistrar(staff);
        desk.tryAgain(hiring.id());
        return "redirect:/saker/%s/arkiv?igjen".formatted(hiring.id());
    }

    private HiringCase open(Staff staff, String id) {
        HiringCase hiring = access.open(staff, id);
        CaseAccess.require(
                staff, CaseAccess.ARCHIVE_READERS, "Arkivet for saken kan leses av arkivar, HR og HR-leder.");
        return hiring;
    }

    private static void requireRegistrar(Staff staff) {
        CaseAccess.require(staff, REGISTRARS, "Bare arkivaren kan registrere dokumentene i arkivet.");
    }

    /** What was typed, by our own journal number. */
    private static Map<Integer, String> numbers(Map<String, String> typed) {
        Map<Integer, String> numbers = new HashMap<>();
        typed.forEach((name, value) -> {
            String number = Words.clean(value);
            if (name.startsWith(NUMBER) && name.substring(NUMBER.length()).matches("\\d{1,6}") && !number.isEmpty()) {
                numbers.put(Integer.valueOf(name.substring(NUMBER.length())), number);
            }
        });
        return numbers;
    }

    private String refuse(
            String problem,
            Staff staff,
            HiringCase hiring,
            Map<Integer, String> numbers,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problem", problem);
        return show(staff, hiring, numbers, model);
    }

    private String show(Staff staff, HiringCase hiring, Map<Integer, String> typed, Model model) {
        boolean registers = staff.isIn(REGISTRARS);
        List<Entry> entries = desk.entries(hiring.id());
        model.addAttribute("hiring", hiring);
        model.addAttribute("open", hiring.state() != HiringCases.State.CLOSED);
        model.addAttribute("missing", MissingRecords.of(hiring, desk, applications));
        model.addAttribute(
                "rows",
                entries.stream().map(entry -> row(entry, registers, typed)).toList());
        model.addAttribute("registers", registers && has(entries, Where.WITH_ARCHIVIST));
        model.addAttribute("canTryAgain", registers && has(entries, Where.REFUSED));
        return "staff/archive";
    }

    private static boolean has(List<Entry> entries, Where where) {
        return entries.stream().anyMatch(entry -> entry.where() == where);
    }

    private static Row row(Entry entry, boolean registers, Map<Integer, String> typed) {
        int journalNumber = entry.record().journalNumber();
        return new Row(
                journalNumber,
                entry.record().documentCode(),
                entry.record().title(),
                Words.date(entry.record().archivedAt()),
                switch (entry.where()) {
                    case FOLDER -> "I arkivmappen";
                    case ARCHIVE -> "I arkivet";
                    case WITH_ARCHIVIST -> "Venter på arkivaren";
                    case ON_ITS_WAY -> "På vei til arkivet";
                    case REFUSED -> "Ikke mottatt";
                },
                registers && entry.where() == Where.WITH_ARCHIVIST,
                typed.getOrDefault(journalNumber, entry.number()),
                entry.problem());
    }
}
