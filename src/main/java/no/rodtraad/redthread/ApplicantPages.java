package no.rodtraad.redthread;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.application.ApplicantLists;
import no.rodtraad.application.ApplicationGroups;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.application.Assessment;
import no.rodtraad.application.InterviewSlots;
import no.rodtraad.application.Withdrawals;
import no.rodtraad.document.Documents;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.messaging.SentMessages;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.TextBlock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The applicants of a case, for those who take part in choosing among them. */
@Controller
@StaffPage
@RequestMapping("/saker/{caseId}/sokere")
class ApplicantPages {

    private static final int LONGEST_REASON = 4_000;

    private final CaseAccess access;
    private final StaffActions actions;
    private final Applications applications;
    private final ApplicationGroups groups;
    private final ApplicantLists lists;
    private final InterviewSlots slots;
    private final Documents documents;
    private final SentMessages messages;
    private final AuditLog audit;
    private final SecretLinks links;
    private final Withdrawals withdrawals;

    ApplicantPages(
            CaseAccess access,
            StaffActions actions,
            Applications applications,
            ApplicationGroups groups,
            ApplicantLists lists,
            InterviewSlots slots,
            Documents documents,
            SentMessages messages,
            AuditLog audit,
            SecretLinks links,
            Withdrawals withdrawals) {
        this.access = access;
        this.actions = actions;
        this.applications = applications;
        this.groups = groups;
        this.lists = lists;
        this.slots = slots;
        this.documents = documents;
        this.messages = messages;
        this.audit = audit;
        this.links = links;
        this.withdrawals = withdrawals;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Staff staff, @PathVariable("caseId") String id, Model model) {
        HiringCase hiring = open(staff, id);
        List<ApplicationInfo> all = applications.ofCase(hiring.id());
        describe(hiring, model);
        model.addAttribute("applicants", all.stream().map(ApplicantPages::row).toList());
        model.addAttribute(
                "unassessed",
                all.stream().filter(ApplicantPages::awaitsAssessment).count());
        model.addAttribute("wished", all.stream().anyMatch(application -> application.wish() != null));
        model.addAttribute(
                "lists", lists.versions(hiring.id()).stream().map(ListRow::of).toList());
        return "staff/applicants";
    }

    @GetMapping("/{applicationId}")
    String application(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @PathVariable String applicationId,
            @RequestParam(name = "melding", required = false) @Nullable String note,
            Model model) {
        HiringCase hiring = open(staff, id);
        ApplicationInfo application = access.application(hiring, applicationId);
        audit.add(
                staff,
                AuditLog.Action.APPLICATION_OPENED,
                hiring.id(),
                application.id().value());
        model.addAttribute("note", note(note));
        return show(
                staff,
                hiring,
                application,
                application.assessment() == null ? "" : application.assessment().name(),
                application.assessmentReason() == null ? "" : application.assessmentReason(),
                Map.of(),
                model);
    }

    @PostMapping("/{applicationId}/vurdering")
    String assess(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @PathVariable String applicationId,
            @RequestParam(name = "vurdering", defaultValue = "") String choice,
            @RequestParam(name = "grunn", defaultValue = "") String typed,
            Model model,
            HttpServletResponse response) {
        HiringCase hiring = open(staff, id);
        CaseAccess.require(staff, CaseAccess.ASSESSORS, "Bare leder og HR kan vurdere søknadene.");
        ApplicationInfo application = access.application(hiring, applicationId);
        if (!application.open()) {
            return back(application, "ferdig");
        }
        String reason = Words.clean(typed);
        Optional<Assessment> assessment = Arrays.stream(Assessment.values())
                .filter(value -> value.name().equals(choice))
                .findFirst();
        Map<String, String> problems = new LinkedHashMap<>();
        if (assessment.isEmpty()) {
            problems.put("vurdering", "Velg om søkeren er aktuell.");
        }
        if (reason.isEmpty()) {
            problems.put("grunn", "Skriv en begrunnelse.");
        } else if (reason.length() > LONGEST_REASON) {
            problems.put("grunn", "Begrunnelsen kan være på høyst 4000 tegn.");
        }
        if (assessment.isEmpty() || !problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(staff, hiring, application, choice, typed, problems, model);
        }
        actions.assess(staff, application, assessment.get(), reason);
        return back(application, "vurdert");
    }

    @PostMapping("/{applicationId}/intervjutid")
    String chooseTime(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @PathVariable String applicationId,
            @RequestParam(name = "tid", defaultValue = "") String typed) {
        HiringCase hiring = open(staff, id);
        CaseAccess.require(staff, CaseAccess.ASSESSORS, "Bare leder og HR kan velge intervjutid for en søker.");
        ApplicationInfo application = access.application(hiring, applicationId);
        UUID slot;
        try {
            slot = UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return back(application, "velg-tid");
        }
        try {
            return back(application, actions.chooseInterviewTime(staff, application, slot) ? "tid-valgt" : "tid-tatt");
        } catch (DuplicateKeyException e) {
            // the candidate took another time in the same moment
            return back(application, "tid-tatt");
        }
    }

    /**
     * A link has come into the wrong hands: none made so far works any more, nor those to the applications that were sent
     * together with this one and can be reached from its page.
     */
    @PostMapping("/{applicationId}/sperr-lenker")
    String revokeLinks(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @PathVariable String applicationId) {
        HiringCase hiring = open(staff, id);
        CaseAccess.require(staff, CaseAccess.HR, "Bare HR kan sperre lenkene til en søker.");
        ApplicationInfo application = access.application(hiring, applicationId);
        links.revoke(Purpose.APPLICATION, application.id().value());
        groups.others(application.id()).forEach(other -> links.revoke(Purpose.APPLICATION, other.value()));
        audit.add(
                staff,
                AuditLog.Action.LINKS_REVOKED,
                hiring.id(),
                application.id().value());
        return back(application, "lenker-sperret");
    }

    private HiringCase open(Staff staff, String id) {
        HiringCase hiring = access.open(staff, id);
        CaseAccess.requireApplicants(staff);
        return hiring;
    }

    private static void describe(HiringCase hiring, Model model) {
        model.addAttribute("caseId", hiring.id().value());
        model.addAttribute("number", hiring.id().caseNumber());
        model.addAttribute("position", hiring.title());
    }

    private String show(
            Staff staff,
            HiringCase hiring,
            ApplicationInfo application,
            String choice,
            String reason,
            Map<String, String> problems,
            Model model) {
        boolean assessor = staff.isIn(CaseAccess.ASSESSORS);
        boolean needsTime = application.invited() && application.open() && application.interviewAt() == null;
        describe(hiring, model);
        model.addAttribute("sent", application);
        model.addAttribute("row", row(application));
        model.addAttribute("letter", TextBlock.of(application.letter()));
        model.addAttribute("education", TextBlock.of(application.education()));
        model.addAttribute("experience", TextBlock.of(application.experience()));
        model.addAttribute(
                "attachments",
                documents.of(application.id()).stream()
                        .filter(Attachment::isSentByApplicant)
                        .map(Attachment::of)
                        .toList());
        model.addAttribute("mayAssess", assessor && application.open());
        model.addAttribute(
                "choices",
                Arrays.stream(Assessment.values())
                        .map(value -> new Choice(value.name(), Words.assessment(value)))
                        .toList());
        model.addAttribute("choice", choice);
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "next", nextUnassessed(application).map(ApplicationId::toString).orElse(null));
        model.addAttribute("needsTime", needsTime);
        model.addAttribute("mayRevokeLinks", staff.isIn(CaseAccess.HR));
        model.addAttribute("mayWithdraw", staff.isIn(CaseAccess.HR) && withdrawals.isPossible(application));
        model.addAttribute("mayChooseTime", assessor && needsTime);
        model.addAttribute(
                "slots",
                assessor && needsTime
                        ? slots.free(hiring.id()).stream()
                                .map(slot -> new Slot(
                                        slot.id().toString(), OsloTime.dateAndTime(slot.startsAt()), slot.place()))
                                .toList()
                        : List.of());
        model.addAttribute(
                "messages",
                messages.toApplication(application.id()).stream()
                        .map(message -> new Message(
                                message.code(),
                                message.subject(),
                                OsloTime.dateAndTime(message.createdAt()),
                                message.delivery().toLowerCase(Locale.ROOT),
                                TextBlock.of(message.body())))
                        .toList());
        return "staff/application";
    }

    record Choice(String value, String label) {}

    record Slot(String id, String when, String place) {}

    record Message(String code, String subject, String when, String delivery, List<TextBlock> blocks) {}

    /** The next one after this in the list, or the first. */
    private Optional<ApplicationId> nextUnassessed(ApplicationInfo current) {
        List<ApplicationInfo> all = applications.ofCase(current.caseId());
        List<ApplicationId> ids = all.stream().map(ApplicationInfo::id).toList();
        int here = ids.indexOf(current.id());
        return all.stream()
                .filter(other -> awaitsAssessment(other) && !other.id().equals(current.id()))
                .map(ApplicationInfo::id)
                .min(java.util.Comparator.comparing((ApplicationId other) -> ids.indexOf(other) < here)
                        .thenComparing(ids::indexOf));
    }

    private static boolean awaitsAssessment(ApplicationInfo application) {
        return application.open() && application.assessment() == null;
    }

    private static Row row(ApplicationInfo application) {
        return new Row(
                application.id().toString(),
                application.applicantName(),
                application.jobTitle(),
                application.municipality(),
                Words.date(application.receivedAt()),
                Words.assessment(application.assessment()),
                application.assessment() == null ? "none" : Words.slug(application.assessment()),
                application.invited(),
                Words.timeOrNull(application.interviewAt()),
                application.rank(),
                Words.outcome(application.outcome()),
                application.wish() == null ? null : application.wish().words());
    }

    /** @param what e.g. «Offentlig søkerliste, utgave 2» */
    record ListRow(String what, String made, String numbers, UUID document) {

        static ListRow of(ApplicantLists.Version version) {
            return new ListRow(
                    "%s, utgave %d".formatted(version.kind().title(), version.number()),
                    Words.date(version.createdAt()),
                    Words.applicants(version.applicants(), version.women(), version.men(), version.others()),
                    version.document());
        }
    }

    record Row(
            String id,
            String name,
            String jobTitle,
            String municipality,
            String received,
            String assessment,
            String assessmentSlug,
            boolean invited,
            @Nullable String interview,
            @Nullable Integer rank,
            @Nullable String outcome,
            @Nullable String wish) {}

    private static String back(ApplicationInfo application, String note) {
        return "redirect:/saker/%s/sokere/%s?melding=%s".formatted(application.caseId(), application.id(), note);
    }

    /** Notes are named in the address and written here, so that nobody can put words on the page. */
    private static @Nullable Note note(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return switch (name) {
            case "vurdert" -> new Note(true, "Vurderingen er lagret.");
            case "ferdig" -> new Note(false, "Søknaden er avgjort eller trukket og kan ikke vurderes nå.");
            case "tid-valgt" -> new Note(true, "Intervjutiden er valgt for søkeren.");
            case "tid-tatt" ->
                new Note(false, "Tiden kunne ikke velges. Enten er den tatt, eller så har søkeren allerede en tid.");
            case "lenker-sperret" ->
                new Note(
                        true,
                        "Lenkene er sperret. Søkeren får en ny lenke i neste melding, eller kan be om en på /soknad/ny-lenke.");
            case "trukket" -> new Note(true, "Søknaden er trukket, og søkeren får en bekreftelse.");
            case "ikke-trukket" ->
                new Note(false, "Søknaden kunne ikke trekkes. Den er trukket eller avgjort fra før.");
            case "velg-tid" -> new Note(false, "Velg en av tidene før du går videre.");
            default -> null;
        };
    }

    record Note(boolean good, String text) {}
}
