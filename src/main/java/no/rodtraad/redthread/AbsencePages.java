package no.rodtraad.redthread;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffDirectory.Member;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.plan.Absences;
import no.rodtraad.plan.Absences.Away;
import no.rodtraad.plan.Absences.HandedOver;
import no.rodtraad.plan.PlanRefused;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Absence and handing over: for oneself, and for HR for everybody in the municipality. */
@Controller
@StaffPage
@RequestMapping("/saker/fravaer")
class AbsencePages {

    private static final Set<String> FOR_EVERYBODY = Set.of("hr", "hrLead");

    private final Absences absences;
    private final StaffDirectory directory;

    AbsencePages(Absences absences, StaffDirectory directory) {
        this.absences = absences;
        this.directory = directory;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Staff staff, Model model) {
        return show(staff, Typed.nothing(staff), model);
    }

    @PostMapping
    String register(
            @AuthenticationPrincipal Staff staff,
            Typed typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return change(staff, typed, model, response, after, tenant -> {
            HandedOver result = absences.register(
                    tenant,
                    staff.userId(),
                    typed.hvem(),
                    typed.standIn(),
                    date(typed.fra(), "Fra og med"),
                    date(typed.til(), "Til og med"));
            return "Fraværet er registrert." + sentence(result);
        });
    }

    @PostMapping("/overlat")
    String handOver(
            @AuthenticationPrincipal Staff staff,
            Typed typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return change(staff, typed, model, response, after, tenant -> {
            HandedOver result = absences.handOverNow(tenant, staff.userId(), typed.hvem(), typed.standIn());
            return result.moved() == 0 && result.left().isEmpty()
                    ? "Det var ingen oppgaver å overlate."
                    : "Oppgavene er overlatt." + sentence(result);
        });
    }

    @PostMapping("/{id}/slutt")
    String end(@AuthenticationPrincipal Staff staff, @PathVariable UUID id, RedirectAttributes after) {
        Away away = absences.find(id)
                .filter(absence -> staff.tenants().contains(absence.tenantId()))
                .orElseThrow(NotHere::new);
        requireMayActFor(staff, away.userId());
        absences.end(id, staff.userId());
        after.addFlashAttribute(
                "saved",
                "Fraværet er avsluttet. Nye oppgaver går til %s igjen.".formatted(directory.nameOf(away.userId())));
        return "redirect:/saker/fravaer";
    }

    private interface Change {
        /** @return what to tell afterwards */
        String make(String tenant);
    }

    private String change(
            Staff staff,
            Typed typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after,
            Change change) {
        requireMayActFor(staff, typed.hvem());
        try {
            after.addFlashAttribute("saved", change.make(tenantOf(staff, typed.hvem())));
            return "redirect:/saker/fravaer";
        } catch (PlanRefused | PlanPages.UnreadableInput e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", e.getMessage());
            return show(staff, typed, model);
        }
    }

    private static String sentence(HandedOver result) {
        String moved = switch (result.moved()) {
            case 0 -> "";
            case 1 -> " 1 oppgave har gått til stedfortrederen.";
            default -> " %d oppgaver har gått til stedfortrederen.".formatted(result.moved());
        };
        return result.left().isEmpty()
                ? moved
                : moved
                        + " Disse ble liggende, fordi saken ikke har noen stedfortreder som er til stede: %s. Velg en stedfortreder, og overlat dem på nytt."
                                .formatted(String.join(", ", result.left()));
    }

    private static void requireMayActFor(Staff staff, String userId) {
        if (!staff.userId().equals(userId)) {
            CaseAccess.require(staff, FOR_EVERYBODY, "Bare HR og HR-leder kan registrere fravær for andre.");
        }
    }

    private String tenantOf(Staff staff, String userId) {
        return staff.tenants().stream()
                .filter(tenant -> directory.membersOf(tenant).stream()
                        .anyMatch(member -> member.userId().equals(userId)))
                .findFirst()
                .orElseThrow(() -> new NotHere("Den ansatte finnes ikke i kommunen din."));
    }

    private String show(Staff staff, Typed typed, Model model) {
        boolean forEverybody = staff.isIn(FOR_EVERYBODY);
        List<Member> colleagues = staff.tenants().stream()
                .flatMap(tenant -> directory.membersOf(tenant).stream())
                .distinct()
                .toList();
        model.addAttribute("forEverybody", forEverybody);
        model.addAttribute("me", staff.userId());
        model.addAttribute("colleagues", colleagues);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "absences",
                staff.tenants().stream()
                        .flatMap(tenant -> absences.current(tenant).stream())
                        .filter(away -> forEverybody || away.userId().equals(staff.userId()))
                        .map(this::row)
                        .toList());
        return "staff/absence";
    }

    private Row row(Away away) {
        return new Row(
                away.id(),
                directory.nameOf(away.userId()),
                OsloTime.longDate(away.firstDay()),
                OsloTime.longDate(away.lastDay()),
                away.standIn() == null ? "Stedfortrederen i hver sak" : directory.nameOf(away.standIn()));
    }

    private static LocalDate date(String text, String field) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new PlanPages.UnreadableInput("«%s» må være en dato. Velg en i kalenderen.".formatted(field), e);
        }
    }

    /** The fields of the form, as they were typed. */
    record Typed(
            @Nullable String hvem,
            @Nullable String fra,
            @Nullable String til,
            @Nullable String stedfortreder) {

        static Typed nothing(Staff staff) {
            return new Typed(staff.userId(), "", "", "");
        }

        @Override
        public String hvem() {
            return hvem == null ? "" : hvem;
        }

        @Override
        public String fra() {
            return fra == null ? "" : fra;
        }

        @Override
        public String til() {
            return til == null ? "" : til;
        }

        @Nullable
        String standIn() {
            return stedfortreder == null || stedfortreder.isBlank() ? null : stedfortreder;
        }
    }

    record Row(UUID id, String who, String first, String last, String standIn) {}
}
