package no.rodtraad.capability;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import no.rodtraad.capability.CapabilityChoices.ChoiceRefused;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.NotYours;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the head of HR chooses how the municipality signs, archives and advertises. */
@Controller
@StaffPage
@RequestMapping("/saker/oppsett")
class SetupPage {

    private static final List<String> CHOOSERS = List.of("hrLead");

    private final CapabilityChoices choices;
    private final CapabilityStore store;
    private final ManualWorkStore manualWork;
    private final Municipalities municipalities;
    private final StaffDirectory directory;

    SetupPage(
            CapabilityChoices choices,
            CapabilityStore store,
            ManualWorkStore manualWork,
            Municipalities municipalities,
            StaffDirectory directory) {
        this.choices = choices;
        this.store = store;
        this.manualWork = manualWork;
        this.municipalities = municipalities;
        this.directory = directory;
    }

    /** @param manual how long people have taken to do it by hand; null where nobody has had to */
    record Card(
            Capability capability,
            String current,
            boolean unknown,
            List<Option> options,
            List<Change> history,
            @Nullable String manual) {}

    /** @param unusable why it cannot be chosen */
    record Option(
            String id,
            String label,
            String explanation,
            @Nullable String unusable) {}

    record Change(String adapter, String by, String at) {}

    record Other(String id, String name) {}

    @GetMapping
    String show(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = "lagret", required = false) @Nullable String saved,
            Model model) {
        model.addAttribute("saved", saved != null);
        return show(staff, municipality(staff, municipality), model);
    }

    @PostMapping
    String choose(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(name = "kommune", defaultValue = "") String municipality,
            @RequestParam(name = "hva", defaultValue = "") String capability,
            @RequestParam(name = "valg", defaultValue = "") String adapter,
            Model model,
            HttpServletResponse response) {
        String tenantId = municipality(staff, municipality);
        try {
            choices.choose(tenantId, capability(capability), adapter, staff.userId());
            return "redirect:/saker/oppsett?kommune=" + tenantId + "&lagret";
        } catch (ChoiceRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", e.getMessage());
            return show(staff, tenantId, model);
        }
    }

    private static Capability capability(String name) {
        try {
            return Capability.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new NotHere("Det du ville endre, finnes ikke i oppsettet.");
        }
    }

    private String municipality(Staff staff, String wanted) {
        if (!staff.isIn(CHOOSERS)) {
            throw new NotYours("Oppsettet kan leses og endres av HR-leder og administrator.");
        }
        return ofStaff(staff).stream()
                .filter(tenantId -> wanted.isEmpty() || tenantId.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotHere("Oppsettet finnes ikke, eller det hører til en annen kommune."));
    }

    private List<String> ofStaff(Staff staff) {
        List<String> tenants = staff.isAdministrator() ? municipalities.tenantIds() : staff.tenants();
        return tenants.stream().sorted().toList();
    }

    private String show(Staff staff, String tenantId, Model model) {
        model.addAttribute("municipality", tenantId);
        model.addAttribute("municipalityName", municipalities.get(tenantId).name());
        model.addAttribute(
                "others",
                ofStaff(staff).stream()
                        .filter(other -> !other.equals(tenantId))
                        .map(other -> new Other(other, municipalities.get(other).name()))
                        .toList());
        model.addAttribute(
                "cards",
                choices.capabilities().stream()
                        .map(capability -> card(tenantId, capability))
                        .toList());
        return "staff/setup";
    }

    private Card card(String tenantId, Capability capability) {
        String current = store.adapterOf(tenantId, capability);
        return new Card(
                capability,
                current,
                choices.find(capability, current).isEmpty(),
                choices.adaptersFor(capability).stream()
                        .map(adapter -> new Option(
                                adapter.id(),
                                adapter.label(),
                                adapter.explanation(),
                                adapter.unusableBecause(tenantId).orElse(null)))
                        .toList(),
                store.history(tenantId, capability).stream()
                        .map(choice -> new Change(
                                choices.find(capability, choice.adapter())
                                        .map(CapabilityAdapter::label)
                                        .orElse(choice.adapter()),
                                directory.nameOf(choice.changedBy()),
                                OsloTime.dateAndTime(choice.changedAt())))
                        .toList(),
                manual(manualWork.summary(tenantId, capability)));
    }

    private static @Nullable String manual(ManualWorkStore.Summary work) {
        if (work.waiting() + work.done() == 0) {
            return null;
        }
        String waiting = work.waiting() == 0 ? "Ingenting venter nå." : "%d venter nå.".formatted(work.waiting());
        return work.done() == 0
                ? waiting
                : "%d er gjort for hånd. Halvparten var ferdig innen %s. %s"
                        .formatted(work.done(), length(work.half()), waiting);
    }

    /** Calendar time, as somebody who waits would count it. */
    private static String length(Duration time) {
        if (time.toHours() < 1) {
            return "en time";
        }
        return time.toDays() < 2 ? time.toHours() + " timer" : time.toDays() + " dager";
    }
}
