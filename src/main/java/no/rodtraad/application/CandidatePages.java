package no.rodtraad.application;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.rodtraad.document.Documents;
import no.rodtraad.plan.Plans;
import no.rodtraad.plan.Plans.PlannedMilestone;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CandidateViews;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.PublicTexts;
import no.rodtraad.vacancy.TextBlock;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The candidate's own pages behind the secret link: status, interview time, offer, withdrawal. */
@Controller
@RequestMapping("/soknad/{token}")
class CandidatePages extends OwnPages {

    private static final int LONGEST_REASON = 2_000;

    private final CandidateActions actions;
    private final SentTogether together;
    private final InterviewSlots slots;
    private final Vacancies vacancies;
    private final PublicTexts texts;
    private final Documents documents;
    private final ApplicantLists lists;
    private final CandidateViews views;
    private final Plans plans;
    private final ObjectProvider<StatusContribution> contributions;
    private final HiredWithdrawals hired;
    private final ObjectProvider<OfferAnswers> offers;
    private final ObjectProvider<ContractSigning> contracts;

    CandidatePages(
            CandidateDoor door,
            CandidateActions actions,
            SentTogether together,
            InterviewSlots slots,
            Vacancies vacancies,
            PublicTexts texts,
            Documents documents,
            ApplicantLists lists,
            CandidateViews views,
            Plans plans,
            ObjectProvider<StatusContribution> contributions,
            HiredWithdrawals hired,
            ObjectProvider<OfferAnswers> offers,
            ObjectProvider<ContractSigning> contracts) {
        super(door);
        this.actions = actions;
        this.together = together;
        this.slots = slots;
        this.vacancies = vacancies;
        this.texts = texts;
        this.documents = documents;
        this.lists = lists;
        this.views = views;
        this.plans = plans;
        this.contributions = contributions;
        this.hired = hired;
        this.offers = offers;
        this.contracts = contracts;
    }

    /** A link that was never made, is too old or was revoked. */
    static final class LinkDoesNotWork extends RuntimeException {}

    /** Whose pages these are. */
    record Candidate(
            String home, ApplicationInfo application, Vacancy vacancy, String municipality, boolean mayWithdraw) {

        ApplicationId id() {
            return application.id();
        }

        public boolean isHired() {
            return application.outcome() == Outcome.HIRED;
        }
    }

    @GetMapping
    String status(
            @ModelAttribute("candidate") Candidate candidate,
            @RequestParam(name = "melding", required = false) @Nullable String note,
            Model model) {
        ApplicationInfo application = candidate.application();
        Optional<OfferView> offer = offer(candidate);
        Optional<ContractView> contract = contract(candidate);
        boolean choosesTime = application.invited() && application.open() && application.interviewAt() == null;
        boolean accepting = vacancies.isOpen(candidate.vacancy());
        model.addAttribute("headline", CandidateHeadline.of(application, accepting, offer, contract, texts));
        boolean changesTime = actions.mayChangeInterviewTime(application);
        model.addAttribute(
                "steps",
                CandidateTimeline.of(
                        views.of(application.caseId(), application.id()),
                        candidate.vacancy(),
                        accepting,
                        expected(application.caseId()),
                        texts));
        model.addAttribute("mayCorrect", accepting && application.open());
        model.addAttribute(
                "hasApplicantList",
                !application.withdrawn() && lists.exists(application.caseId(), ApplicantLists.Kind.EXTENDED));
        model.addAttribute("note", note(note));
        model.addAttribute("actions", toDo(candidate, offer, contract));
        model.addAttribute("choosesTime", choosesTime);
        model.addAttribute("changesTime", changesTime);
        model.addAttribute("slots", choosesTime || changesTime ? slots(candidate) : List.of());
        model.addAttribute("messages", sent(candidate));
        model.addAttribute("attachments", attachments(candidate));
        model.addAttribute("others", together.others(application));
        return "candidate/status";
    }

    private Map<Milestone, LocalDate> expected(CaseId caseId) {
        return plans.milestones(caseId).stream()
                .filter(point -> point.reached() == null)
                .collect(Collectors.toMap(PlannedMilestone::milestone, PlannedMilestone::forecast));
    }

    @PostMapping("/intervjutid")
    String chooseTime(
            @ModelAttribute("candidate") Candidate candidate,
            @RequestParam(name = "tid", required = false) @Nullable UUID slot) {
        if (slot == null) {
            return back(candidate, "velg-tid");
        }
        try {
            return switch (actions.chooseInterviewTime(candidate.application(), slot)) {
                case CHOSEN -> back(candidate, "tid-valgt");
                case TAKEN -> back(candidate, "tid-tatt");
                case NOT_NOW -> back(candidate, "tid-kan-ikke-velges");
            };
        } catch (DuplicateKeyException e) {
            // the same candidate took another time in the same moment, say in a second window
            return back(candidate, "tid-kan-ikke-velges");
        }
    }

    @GetMapping("/sokerliste.pdf")
    ResponseEntity<byte[]> applicantList(@ModelAttribute("candidate") Candidate candidate) {
        return Optional.of(candidate.application())
                .filter(application -> !application.withdrawn())
                .flatMap(application -> lists.newestDocument(application.caseId(), ApplicantLists.Kind.EXTENDED))
                .map(list -> pdf(list.info().fileName(), list.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/trekk")
    String withdrawal(@ModelAttribute("candidate") Candidate candidate, Model model) {
        model.addAttribute(
                "others",
                together.others(candidate.application()).stream()
                        .filter(SentTogether.Other::isUnderWay)
                        .toList());
        return candidate.mayWithdraw() ? "candidate/withdraw" : back(candidate, "kan-ikke-trekkes");
    }

    @PostMapping("/trekk")
    String withdraw(
            @ModelAttribute("candidate") Candidate candidate,
            @RequestParam(name = "grunn", defaultValue = "") String reason,
            @RequestParam(name = "ogsaa", defaultValue = "") List<String> wishes) {
        if (!actions.withdraw(candidate.application(), reason(reason))) {
            return back(candidate, "kan-ikke-trekkes");
        }
        List<SentTogether.Other> others = together.others(candidate.application(), wishes).stream()
                .filter(SentTogether.Other::isUnderWay)
                .toList();
        others.forEach(other -> actions.withdraw(other.application(), reason(reason)));
        return back(candidate, others.isEmpty() ? "trukket" : "flere-trukket");
    }

    /** On to another application of the same sending, by a link of its own. */
    @GetMapping("/andre/{wish}")
    String other(@ModelAttribute("candidate") Candidate candidate, @PathVariable String wish) {
        return "redirect:" + together.pathTo(candidate.application(), wish).orElse(candidate.home());
    }

    @GetMapping("/tilbud")
    String offer(@ModelAttribute("candidate") Candidate candidate, Model model) {
        return showOffer(candidate, null, model);
    }

    @GetMapping("/tilbud/svar")
    String confirmAnswer(
            @ModelAttribute("candidate") Candidate candidate,
            @RequestParam(name = "svar", defaultValue = "") String answer,
            Model model) {
        Optional<OfferView> offer = offer(candidate);
        if (offer.isEmpty() || offer.get().state() != OfferView.State.OPEN || !isAnswer(answer)) {
            return "redirect:" + candidate.home() + "/tilbud";
        }
        model.addAttribute("offer", OfferText.of(offer.get(), texts));
        model.addAttribute("yes", answer.equals("ja"));
        return "candidate/offer-confirm";
    }

    @PostMapping("/tilbud")
    String answer(
            @ModelAttribute("candidate") Candidate candidate,
            @RequestParam(name = "svar", defaultValue = "") String answer,
            @RequestParam(name = "grunn", defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        @Nullable OfferAnswers port = offers.getIfAvailable();
        if (port == null || !isAnswer(answer)) {
            return "redirect:" + candidate.home() + "/tilbud";
        }
        try {
            port.answer(candidate.id(), answer.equals("ja"), reason(reason));
            return "redirect:" + candidate.home() + "/tilbud";
        } catch (OfferAnswers.Refused e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return showOffer(candidate, e.getMessage(), model);
        }
    }

    private String showOffer(Candidate candidate, @Nullable String problem, Model model) {
        offer(candidate).ifPresent(offer -> model.addAttribute("offer", OfferText.of(offer, texts)));
        model.addAttribute("problem", problem);
        return "candidate/offer";
    }

    private Optional<OfferView> offer(Candidate candidate) {
        return Optional.ofNullable(offers.getIfAvailable()).flatMap(port -> port.open(candidate.id()));
    }

    private Optional<ContractView> contract(Candidate candidate) {
        return Optional.ofNullable(contracts.getIfAvailable()).flatMap(port -> port.waiting(candidate.id()));
    }

    static ResponseEntity<byte[]> pdf(String fileName, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName)
                                .build()
                                .toString())
                .body(content);
    }

    private List<StatusItem> toDo(Candidate candidate, Optional<OfferView> offer, Optional<ContractView> contract) {
        var items = new ArrayList<StatusItem>();
        offer.filter(one -> one.state() == OfferView.State.OPEN)
                .ifPresent(one -> items.add(StatusItem.action(
                        texts.get("status.offer"),
                        texts.get("status.offer.text", texts.date(one.answerBy())),
                        texts.get("status.offer.link"),
                        "tilbud")));
        contract.filter(one -> one.state() != ContractView.State.ABORTED)
                .map(one ->
                        one.candidateSigned() ? contractItem("status.contract") : contractItem("status.contract.ready"))
                .ifPresent(items::add);
        contributed(candidate, StatusItem.Kind.ACTION).forEach(items::add);
        return items;
    }

    private StatusItem contractItem(String text) {
        return StatusItem.action(texts.get(text), texts.get(text + ".text"), texts.get(text + ".link"), "avtale");
    }

    private List<SentMessage> sent(Candidate candidate) {
        return contributed(candidate, StatusItem.Kind.MESSAGE).stream()
                .sorted(Comparator.comparing(StatusItem::at, Comparator.nullsLast(Comparator.reverseOrder())))
                .map(item -> new SentMessage(
                        item.title(),
                        TextBlock.of(item.text()),
                        item.at() == null ? "" : OsloTime.dateAndTime(item.at())))
                .toList();
    }

    record SentMessage(String title, List<TextBlock> blocks, String when) {}

    private List<StatusItem> contributed(Candidate candidate, StatusItem.Kind kind) {
        return contributions
                .orderedStream()
                .flatMap(contribution -> contribution.items(candidate.id()).stream())
                .filter(item -> item.kind() == kind)
                .toList();
    }

    private List<SlotText> slots(Candidate candidate) {
        return slots.free(candidate.application().caseId()).stream()
                .map(slot -> new SlotText(slot.id(), texts.dateAndTime(slot.startsAt()), slot.place()))
                .toList();
    }

    record SlotText(UUID id, String when, String place) {}

    private List<Attachment> attachments(Candidate candidate) {
        return documents.of(candidate.id()).stream()
                .filter(info -> ApplicationDocuments.isSentByApplicant(info.kind()))
                .map(info -> new Attachment(info.kind().equals(ApplicationDocuments.CV), info.fileName()))
                .toList();
    }

    record Attachment(boolean isCv, String fileName) {}

    /** An offer in the words and numbers of the page. */
    record OfferText(
            String title,
            String salary,
            int extentPercent,
            String firstDay,
            List<TextBlock> terms,
            String answerBy,
            OfferView.State state) {

        static OfferText of(OfferView offer, PublicTexts texts) {
            return new OfferText(
                    offer.title(),
                    String.format(Locale.ROOT, "%,d", offer.salaryNok()).replace(',', '\u00a0'),
                    offer.extentPercent(),
                    texts.date(offer.firstDay()),
                    TextBlock.of(offer.terms()),
                    texts.date(offer.answerBy()),
                    offer.state());
        }
    }

    private static boolean isAnswer(String answer) {
        return answer.equals("ja") || answer.equals("nei");
    }

    static @Nullable String reason(String text) {
        String clean = text.replace("\u0000", "").strip();
        if (clean.isEmpty()) {
            return null;
        }
        return clean.length() > LONGEST_REASON ? clean.substring(0, LONGEST_REASON) : clean;
    }

    private static String back(Candidate candidate, String note) {
        return "redirect:" + candidate.home() + "?melding=" + note;
    }

    /** Notes are named in the address and written here, so that nobody can put words on the page. */
    private @Nullable Note note(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return switch (name) {
            case "tid-valgt" -> new Note(true, texts.get("note.timeChosen"));
            case "tid-tatt" -> new Note(false, texts.get("note.timeTaken"));
            case "velg-tid" -> new Note(false, texts.get("note.chooseTime"));
            case "tid-kan-ikke-velges" -> new Note(false, texts.get("note.noTime"));
            case "trukket" -> new Note(true, texts.get("note.withdrawn"));
            case "flere-trukket" -> new Note(true, texts.get("note.allWithdrawn"));
            case "kan-ikke-trekkes" -> new Note(false, texts.get("note.notWithdrawn"));
            default -> null;
        };
    }

    record Note(boolean good, String text) {}
}
