package no.rodtraad.application;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.rodtraad.application.CandidatePages.Candidate;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the candidate reads the contract and signs it, with a code from the mail, or says no. */
@Controller
@RequestMapping("/soknad/{token}")
class ContractPages extends OwnPages {

    private final ObjectProvider<ContractSigning> contracts;

    ContractPages(CandidateDoor door, ObjectProvider<ContractSigning> contracts) {
        super(door);
        this.contracts = contracts;
    }

    /** What the candidate typed, shown again when something is wrong. */
    record Typed(String name, boolean read, String reason) {

        static final Typed NOTHING = new Typed("", false, "");
    }

    record Problem(String field, String message) {}

    @GetMapping("/avtale")
    String contract(
            @ModelAttribute("candidate") Candidate candidate,
            @RequestParam(name = "melding", required = false) @Nullable String note,
            Model model) {
        model.addAttribute("refused", "sagt-nei".equals(note));
        return show(candidate, Typed.NOTHING, List.of(), model);
    }

    @GetMapping("/avtale.pdf")
    ResponseEntity<byte[]> pdf(@ModelAttribute("candidate") Candidate candidate) {
        return Optional.ofNullable(contracts.getIfAvailable())
                .filter(port -> port.waiting(candidate.id()).isPresent())
                .flatMap(port -> port.pdf(candidate.id()))
                .map(content -> CandidatePages.pdf("arbeidsavtale.pdf", content))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/avtale/kode")
    String sendCode(@ModelAttribute("candidate") Candidate candidate, Model model, HttpServletResponse response) {
        return doing(
                () -> contracts.getObject().sendCode(candidate.id()),
                "",
                candidate,
                Typed.NOTHING,
                "kode-knapp",
                model,
                response);
    }

    @PostMapping("/avtale")
    String sign(
            @ModelAttribute("candidate") Candidate candidate,
            @RequestParam(name = "navn", defaultValue = "") String typedName,
            @RequestParam(name = "lest", defaultValue = "false") boolean read,
            @RequestParam(name = "kode", defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        String name = typedName.strip().replaceAll("\\s+", " ");
        var typed = new Typed(name, read, "");
        var problems = new ArrayList<Problem>();
        if (!read) {
            problems.add(new Problem("lest", "Kryss av for at du har lest avtalen."));
        }
        if (!name.equalsIgnoreCase(
                candidate.application().applicantName().strip().replaceAll("\\s+", " "))) {
            problems.add(new Problem(
                    "navn",
                    "Skriv navnet ditt slik det står i søknaden: %s."
                            .formatted(candidate.application().applicantName())));
        }
        if (code.isBlank()) {
            problems.add(new Problem("kode", "Skriv koden fra e-posten. Har du ingen, ber du om en øverst på siden."));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(candidate, typed, problems, model);
        }
        return doing(
                () -> contracts.getObject().sign(candidate.id(), name, code.strip()),
                "",
                candidate,
                typed,
                "kode",
                model,
                response);
    }

    @PostMapping("/avtale/nei")
    String refuse(
            @ModelAttribute("candidate") Candidate candidate,
            @RequestParam(name = "grunn", defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        @Nullable String clean = CandidatePages.reason(reason);
        if (clean == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(
                    candidate,
                    Typed.NOTHING,
                    List.of(new Problem("grunn", "Skriv hva som er galt eller uklart, så vi kan rette det.")),
                    model);
        }
        return doing(
                () -> contracts.getObject().refuse(candidate.id(), clean),
                "?melding=sagt-nei",
                candidate,
                new Typed("", false, clean),
                "grunn",
                model,
                response);
    }

    private String doing(
            Runnable work,
            String then,
            Candidate candidate,
            Typed typed,
            String field,
            Model model,
            HttpServletResponse response) {
        try {
            work.run();
            return "redirect:" + candidate.home() + "/avtale" + then;
        } catch (ContractSigning.Refused e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            String sentence = Optional.ofNullable(e.getMessage()).orElse("Avtalen kan ikke signeres nå.");
            return show(candidate, typed, List.of(new Problem(field, sentence)), model);
        }
    }

    private String show(Candidate candidate, Typed typed, List<Problem> problems, Model model) {
        Optional.ofNullable(contracts.getIfAvailable()).ifPresent(port -> {
            port.waiting(candidate.id()).ifPresent(contract -> model.addAttribute("contract", contract));
            SigningWay way = port.way(candidate.id());
            model.addAttribute("way", way.how().name());
            if (way.codeUntil() != null) {
                model.addAttribute("codeUntil", OsloTime.dateAndTime(way.codeUntil()));
            }
        });
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        return "candidate/contract";
    }
}
