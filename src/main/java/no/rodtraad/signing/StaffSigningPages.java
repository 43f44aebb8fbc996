package no.rodtraad.signing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.NotYours;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
import org.springframework.web.multipart.MultipartFile;

/** Where a leader signs for the municipality, and where a contract that was signed on paper is uploaded. */
@Controller
@StaffPage
@RequestMapping("/saker/{caseId}/signer")
class StaffSigningPages {

    private static final Set<String> SIGNERS = Set.of("manager");
    private static final Set<String> UPLOADERS = Set.of("manager", "hr");
    private static final Set<String> ID_KEEPERS = Set.of("hr");
    private static final String WRONG_ID =
            "Dette er ikke et fødselsnummer. Det har 11 siffer, og de to siste kontrollerer de andre. Se etter om et siffer er feil.";

    private final HiringCases cases;
    private final ContractStore contracts;
    private final ContractService service;
    private final SigningHere here;
    private final PaperSigning paper;
    private final StaffDirectory directory;
    private final SigningDesk desk;
    private final SigningIdentities identities;

    StaffSigningPages(
            HiringCases cases,
            ContractStore contracts,
            ContractService service,
            SigningHere here,
            PaperSigning paper,
            StaffDirectory directory,
            SigningDesk desk,
            SigningIdentities identities) {
        this.cases = cases;
        this.contracts = contracts;
        this.service = service;
        this.here = here;
        this.paper = paper;
        this.directory = directory;
        this.desk = desk;
        this.identities = identities;
    }

    enum State {
        TO_SIGN,
        SIGNED,
        NOTHING
    }

    private record Problem(String field, String sentence) {}

    @GetMapping
    String page(@AuthenticationPrincipal Staff staff, @PathVariable("caseId") String id, Model model) {
        return show(staff, open(staff, id), false, null, model);
    }

    /** The password is compared and forgotten. */
    @PostMapping
    String sign(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam(name = "lest", defaultValue = "false") boolean read,
            @RequestParam(name = "passord", defaultValue = "") String password,
            Model model,
            HttpServletResponse response) {
        HiringCase hiring = open(staff, id);
        require(staff, SIGNERS, "Bare en leder kan signere arbeidsavtalen for kommunen.");
        @Nullable Problem problem = null;
        if (!read) {
            problem = new Problem("lest", "Kryss av for at du har lest avtalen og har fullmakt.");
        } else if (!directory.isPassword(staff.userId(), password)) {
            problem = new Problem(
                    "passord",
                    "Passordet er ikke riktig. Etter mange feil blir brukeren din sperret en stund. Prøv igjen.");
        }
        if (problem == null) {
            try {
                here.signForMunicipality(hiring.id(), directory.nameOf(staff.userId()));
                return "redirect:/saker/" + hiring.id() + "/signer";
            } catch (CannotSign refused) {
                problem = new Problem("passord", refused.sentence());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(staff, hiring, read, problem, model);
    }

    /** What is typed is checked by its check digits, kept encrypted and shown to nobody again. */
    @PostMapping("/fodselsnumre")
    String keepNationalIds(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam(name = "kandidat", defaultValue = "") String candidate,
            @RequestParam(name = "leder", defaultValue = "") String manager,
            Model model,
            HttpServletResponse response) {
        HiringCase hiring = open(staff, id);
        require(staff, ID_KEEPERS, "Bare HR kan skrive inn fødselsnumre.");
        Contract contract = draftThatNeedsIds(hiring.id())
                .orElseThrow(() -> new NotHere("Ingen avtale i denne saken venter på fødselsnumre."));
        Optional<NationalId> ofCandidate = NationalId.of(candidate);
        Optional<NationalId> ofManager = NationalId.of(manager);
        if (ofCandidate.isPresent() && ofManager.isPresent()) {
            identities.keep(
                    contract.applicationId(),
                    Map.of(Party.CANDIDATE, ofCandidate.get(), Party.EMPLOYER, ofManager.get()));
            return "redirect:/saker/" + hiring.id() + "/signer";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("typedCandidate", candidate);
        model.addAttribute("typedManager", manager);
        return show(staff, hiring, false, new Problem(ofCandidate.isEmpty() ? "kandidat" : "leder", WRONG_ID), model);
    }

    private Optional<Contract> draftThatNeedsIds(CaseId caseId) {
        return contracts
                .newest(caseId)
                .filter(newest -> newest.state() == Contract.State.DRAFT)
                .filter(draft -> desk.needsNationalIds(caseId));
    }

    @GetMapping("/utskrift.pdf")
    ResponseEntity<byte[]> toPrint(@AuthenticationPrincipal Staff staff, @PathVariable("caseId") String id) {
        HiringCase hiring = open(staff, id);
        Contract contract = contracts
                .newest(hiring.id())
                .filter(newest -> newest.state() == Contract.State.SENT)
                .orElseThrow(() -> new NotHere("Det er ingen avtale som venter på signatur i denne saken."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("arbeidsavtale-til-utskrift-%s.pdf"
                                        .formatted(hiring.id().caseNumber()))
                                .build()
                                .toString())
                .body(paper.toPrint(contract));
    }

    @PostMapping("/skannet")
    String upload(
            @AuthenticationPrincipal Staff staff,
            @PathVariable("caseId") String id,
            @RequestParam("fil") MultipartFile file,
            Model model,
            HttpServletResponse response) {
        HiringCase hiring = open(staff, id);
        try {
            paper.upload(hiring.id(), content(file));
            return "redirect:/saker/" + hiring.id() + "/signer";
        } catch (CannotSign refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(staff, hiring, false, new Problem("fil", refused.sentence()), model);
        }
    }

    private String show(Staff staff, HiringCase hiring, boolean read, @Nullable Problem problem, Model model) {
        Optional<Contract> contract = contracts
                .newest(hiring.id())
                .filter(newest -> newest.state() == Contract.State.SENT || newest.state() == Contract.State.SIGNED);
        model.addAttribute("caseId", hiring.id().value());
        model.addAttribute("number", hiring.id().caseNumber());
        model.addAttribute("position", hiring.title());
        model.addAttribute(
                "state", contract.map(this::state).orElse(State.NOTHING).name());
        model.addAttribute(
                "candidateSigned",
                contract.map(one -> has(one, Party.CANDIDATE)).orElse(false));
        model.addAttribute(
                "way",
                contract.map(service::wayOf).map(ContractService.Way::name).orElse(""));
        Optional<Contract> draft = draftThatNeedsIds(hiring.id());
        model.addAttribute("wantsIds", draft.isPresent());
        model.addAttribute("writesIds", staff.isIn(ID_KEEPERS));
        model.addAttribute(
                "idsAreKept",
                draft.map(Contract::applicationId).filter(identities::areKept).isPresent());
        model.addAttribute("read", read);
        model.addAttribute("problemField", problem == null ? null : problem.field());
        model.addAttribute("problem", problem == null ? null : problem.sentence());
        return "staff/sign";
    }

    private State state(Contract contract) {
        return has(contract, Party.EMPLOYER) ? State.SIGNED : State.TO_SIGN;
    }

    private boolean has(Contract contract, Party party) {
        return contracts.signatures(contract).stream().anyMatch(signature -> signature.party() == party);
    }

    private HiringCase open(Staff staff, String id) {
        CaseId caseId;
        try {
            caseId = new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw new NotHere();
        }
        if (!staff.belongsTo(caseId)) {
            throw new NotHere();
        }
        HiringCase hiring = cases.find(caseId).orElseThrow(NotHere::new);
        require(
                staff,
                UPLOADERS,
                "Arbeidsavtalen signeres av leder. HR kan laste opp en avtale som er signert på papir.");
        return hiring;
    }

    private static void require(Staff staff, Set<String> groups, String sentence) {
        if (!staff.isIn(groups)) {
            throw new NotYours(sentence);
        }
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("An uploaded file could not be read", e);
        }
    }
}
