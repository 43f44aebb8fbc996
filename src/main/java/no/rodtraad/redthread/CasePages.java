package no.rodtraad.redthread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.archive.Archive;
import no.rodtraad.archive.ArchiveDesk;
import no.rodtraad.document.Documents;
import no.rodtraad.document.Documents.StoredDocument;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.messaging.SentMessages;
import no.rodtraad.messaging.SentMessages.SentMessage;
import no.rodtraad.move.CaseMoveLog;
import no.rodtraad.move.CaseMoveLog.Moved;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.CaseProgress;
import no.rodtraad.process.CaseVariants;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import no.rodtraad.signing.Contracts;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import no.rodtraad.variant.Trial;
import no.rodtraad.variant.Trials;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The red thread of a case. */
@Controller
@StaffPage
@RequestMapping("/saker")
class CasePages {

    private final CaseAccess access;
    private final TaskViews tasks;
    private final DeadlineViews deadlines;
    private final CaseProgress progress;
    private final CaseVariants variants;
    private final CaseMoveLog moves;
    private final Trials trials;
    private final Applications applications;
    private final SentMessages messages;
    private final Archive archive;
    private final ArchiveDesk desk;
    private final Vacancies vacancies;
    private final Documents documents;
    private final Contracts contracts;
    private final Municipalities municipalities;
    private final StaffDirectory directory;
    private final AuditLog audit;

    CasePages(
            CaseAccess access,
            TaskViews tasks,
            DeadlineViews deadlines,
            CaseProgress progress,
            CaseVariants variants,
            CaseMoveLog moves,
            Trials trials,
            Applications applications,
            SentMessages messages,
            Archive archive,
            ArchiveDesk desk,
            Vacancies vacancies,
            Documents documents,
            Contracts contracts,
            Municipalities municipalities,
            StaffDirectory directory,
            AuditLog audit) {
        this.access = access;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.progress = progress;
        this.variants = variants;
        this.moves = moves;
        this.trials = trials;
        this.applications = applications;
        this.messages = messages;
        this.archive = archive;
        this.desk = desk;
        this.vacancies = vacancies;
        this.documents = documents;
        this.contracts = contracts;
        this.municipalities = municipalities;
        this.directory = directory;
        this.audit = audit;
    }

    @GetMapping("/{caseId}")
    String redThread(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam(name = "avlyst", required = false) @Nullable String cancelled,
            @RequestParam(name = "variant", required = false) @Nullable String variantChanged,
            Model model) {
        HiringCase hiring = access.open(staff, id);
        CaseId caseId = hiring.id();
        boolean readsApplicants = staff.isIn(CaseAccess.APPLICANT_READERS);
        List<ApplicationInfo> applicants = applications.ofCase(caseId);
        Map<ApplicationId, String> names = new HashMap<>();
        applicants.forEach(applicant -> names.put(applicant.id(), applicant.applicantName()));

        model.addAttribute("hiring", CaseRow.of(hiring, municipalities));
        model.addAttribute("reportedBy", directory.nameOf(hiring.reportedBy()));
        model.addAttribute("cancelReason", hiring.cancelReason());
        model.addAttribute("justCancelled", cancelled != null && hiring.state() == HiringCases.State.CANCELLED);
        model.addAttribute("variant", variants.of(caseId).orElse(null));
        model.addAttribute("trial", trials.ofCase(caseId).map(Trial::ofCase).orElse(null));
        model.addAttribute("variantChanged", variantChanged != null);
        model.addAttribute("mayChooseVariant", staff.isIn(CaseAccess.HR));
        model.addAttribute(
                "moves", moves.ofCase(caseId).stream().map(this::move).toList());
        model.addAttribute("steps", steps(caseId));
        model.addAttribute("tasks", tasks.of(staff, caseId, readsApplicants ? names : Map.of()));
        model.addAttribute("points", deadlines.points(caseId));
        model.addAttribute("milestones", deadlines.milestones(caseId));
        model.addAttribute("words", deadlines.words(caseId));
        model.addAttribute("applicantCount", applicants.size());
        model.addAttribute("readsApplicants", readsApplicants);
        if (readsApplicants) {
            model.addAttribute(
                    "messages",
                    messages.ofCase(caseId).stream()
                            .map(message -> message(message, names))
                            .toList());
            model.addAttribute(
                    "records",
                    archive.ofCase(caseId).stream()
                            .map(record -> new Archived(
                                    record.journalNumber(),
                                    record.documentCode(),
                                    record.title(),
                                    Words.date(record.archivedAt())))
                            .toList());
        }
        boolean readsArchive = staff.isIn(CaseAccess.ARCHIVE_READERS);
        model.addAttribute("readsArchive", readsArchive);
        if (readsArchive && MissingRecords.isClosing(hiring, applicants)) {
            model.addAttribute("missingRecords", MissingRecords.of(hiring, desk, applications));
        }
        vacancies
                .find(caseId)
                .filter(vacancy -> vacancy.publishedAt() != null)
                .ifPresent(vacancy -> model.addAttribute("advert", Advert.of(vacancy)));
        model.addAttribute(
                "hasContract",
                staff.isIn(CaseAccess.CONTRACT_READERS)
                        && contracts.currentPdf(caseId).isPresent());
        model.addAttribute("seesSigning", staff.isIn(CaseAccess.SIGNING_READERS));
        model.addAttribute("mayCancel", hiring.state() == HiringCases.State.OPEN && staff.isIn(CaseAccess.CANCELLERS));
        return "staff/case";
    }

    @GetMapping("/{caseId}/avtale")
    ResponseEntity<byte[]> contract(@AuthenticationPrincipal Staff staff, @PathVariable("caseId") String id) {
        HiringCase hiring = access.open(staff, id);
        CaseAccess.require(staff, CaseAccess.CONTRACT_READERS, "Arbeidsavtalen kan leses av HR, leder, lønn og arkiv.");
        byte[] content = contracts
                .currentPdf(hiring.id())
                .orElseThrow(() -> new NotHere("Det er ikke laget noen arbeidsavtale i denne saken ennå."));
        audit.add(staff, AuditLog.Action.CONTRACT_OPENED, hiring.id(), null);
        return download("arbeidsavtale-" + hiring.id().caseNumber() + ".pdf", MediaType.APPLICATION_PDF_VALUE, content);
    }

    @GetMapping("/{caseId}/dokumenter/{documentId}")
    ResponseEntity<byte[]> document(
            @AuthenticationPrincipal Staff staff, @PathVariable("caseId") String id, @PathVariable String documentId) {
        HiringCase hiring = access.open(staff, id);
        CaseAccess.requireApplicants(staff);
        StoredDocument document = documents
                .find(uuid(documentId))
                .filter(found -> found.info().caseId().equals(hiring.id()))
                .filter(found -> Attachment.isOpen(found.info()))
                .orElseThrow(NotHere::new);
        audit.add(
                staff,
                AuditLog.Action.DOCUMENT_OPENED,
                hiring.id(),
                document.info().id());
        return download(document.info().fileName(), document.info().contentType(), document.content());
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotHere();
        }
    }

    private static ResponseEntity<byte[]> download(String fileName, String contentType, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(contentType))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName, java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private Move move(Moved moved) {
        return new Move(moved.from(), moved.to(), Words.date(moved.at()), directory.nameOf(moved.by()), moved.reason());
    }

    /** From one version of the processes to another, by number. */
    record Move(int from, int to, String when, String who, String reason) {}

    private List<Phase> steps(CaseId caseId) {
        List<Phase> phases = new ArrayList<>();
        boolean next = true;
        for (CaseProgress.Step step : progress.steps(caseId)) {
            phases.add(
                    switch (step.state()) {
                        case DONE -> new Phase("done", "ferdig", step.name(), period(step));
                        case ACTIVE ->
                            new Phase(
                                    "now",
                                    "nå",
                                    step.name(),
                                    step.started() == null ? null : "Siden " + Words.date(step.started()));
                        case INTERRUPTED -> new Phase("stopped", "stanset", step.name(), period(step));
                        case AHEAD -> {
                            boolean first = next;
                            next = false;
                            yield new Phase("ahead", first ? "neste" : "kommer", step.name(), first ? "Neste" : null);
                        }
                    });
        }
        return phases;
    }

    private static @Nullable String period(CaseProgress.Step step) {
        if (step.started() == null || step.ended() == null) {
            return null;
        }
        String from = Words.date(step.started());
        String to = Words.date(step.ended());
        String period = from.equals(to) ? from : from + " – " + to;
        return step.state() == CaseProgress.State.INTERRUPTED ? "Stanset " + to : period;
    }

    /** @param mark {@code done}, {@code now}, {@code stopped} or {@code ahead} */
    record Phase(
            String mark, String word, String name, @Nullable String when) {}

    private static Message message(SentMessage message, Map<ApplicationId, String> names) {
        return new Message(
                message.applicationId().toString(),
                names.getOrDefault(message.applicationId(), "–"),
                message.code(),
                message.subject(),
                Words.time(message.createdAt()),
                message.delivery(),
                message.missed());
    }

    record Message(
            String applicationId,
            String who,
            String code,
            String subject,
            String when,
            String delivery,
            boolean failed) {}

    record Archived(int journalNumber, String code, String title, String when) {}

    record Advert(String slug, String deadline) {

        static Advert of(Vacancy vacancy) {
            return new Advert(vacancy.slug(), OsloTime.longDate(vacancy.applicationDeadline()));
        }
    }
}
