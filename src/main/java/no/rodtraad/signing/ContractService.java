package no.rodtraad.signing;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.archive.Applicants;
import no.rodtraad.document.Documents;
import no.rodtraad.document.Documents.StoredDocument;
import no.rodtraad.document.Norwegian;
import no.rodtraad.document.PdfRenderer;
import no.rodtraad.document.Sha256;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of a contract: drafted, checked, sent, signed by both parties, put together. Both parties sign the fingerprint of
 * the same bytes.
 */
@Service
class ContractService implements Contracts {

    static final String KIND = "CONTRACT";
    private static final String SIGNED_KIND = "SIGNED_CONTRACT";
    private static final String PDF = "application/pdf";

    private final ContractStore contracts;
    private final ContractTerms terms;
    private final Documents documents;
    private final PdfRenderer pdf;
    private final PdfJoiner joiner;
    private final Applicants applicants;
    private final StaffDirectory staff;
    private final Journeys journeys;
    private final Clock clock;
    private final Norwegian nb = new Norwegian();

    ContractService(
            ContractStore contracts,
            ContractTerms terms,
            Documents documents,
            PdfRenderer pdf,
            PdfJoiner joiner,
            Applicants applicants,
            StaffDirectory staff,
            Journeys journeys,
            Clock clock) {
        this.contracts = contracts;
        this.terms = terms;
        this.documents = documents;
        this.pdf = pdf;
        this.joiner = joiner;
        this.applicants = applicants;
        this.staff = staff;
        this.journeys = journeys;
        this.clock = clock;
    }

    /** Someone has tried to sign what cannot be signed. */
    static class CannotSign extends RuntimeException {
        private final String sentence;

        CannotSign(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        /** For the one who signs. */
        String sentence() {
            return sentence;
        }
    }

    /** Makes the contract from what the case says now; the same contents again make no new version. */
    @Transactional
    public Contract generate(CaseId caseId, ApplicationId applicationId) {
        return keep(caseId, applicationId, terms.of(caseId, applicationId));
    }

    /** Makes the contract that will be signed, from what HR has just approved. */
    @Transactional
    public Contract generate(CaseId caseId, ApplicationId applicationId, Map<String, Object> reviewFields) {
        return keep(caseId, applicationId, terms.of(caseId, applicationId, reviewFields));
    }

    private Contract keep(CaseId caseId, ApplicationId applicationId, Terms content) {
        byte[] made = render(caseId, content);
        Optional<Contract> before = contracts.lockNewest(applicationId);
        if (before.isPresent()
                && before.get().state() == Contract.State.DRAFT
                && document(before.get().documentId()).info().sha256().equals(Sha256.of(made))) {
            return before.get();
        }
        int version = before.map(Contract::version).orElse(0) + 1;
        UUID document = documents.add(
                caseId,
                applicationId,
                KIND,
                "arbeidsavtale-%s-versjon-%d.pdf".formatted(caseId.caseNumber(), version),
                PDF,
                made);
        return contracts.add(caseId, applicationId, version, document);
    }

    private byte[] render(CaseId caseId, Terms content) {
        Map<String, Object> model = new HashMap<>();
        model.put("municipality", content.employer());
        model.put("caseNumber", caseId.caseNumber());
        model.put("terms", content);
        model.put("draft", !content.complete());
        return pdf.render("contract", caseId, model);
    }

    /** @throws IllegalStateException when the contract lacks something the law requires */
    @Transactional
    public void send(String key, CaseId caseId, ApplicationId applicationId) {
        Contract contract = contracts
                .lockNewest(applicationId)
                .orElseThrow(() -> new IllegalStateException("There is no contract to send in case " + caseId));
        if (contract.state() == Contract.State.ABORTED) {
            tellSigningEnded(contract);
            return;
        }
        if (contract.state() != Contract.State.DRAFT) {
            return;
        }
        Terms content = terms.of(caseId, applicationId);
        if (!content.complete()) {
            throw new IllegalStateException("Arbeidsavtalen i sak %s mangler opplysninger og kan ikke sendes.\n%s"
                    .formatted(caseId.caseNumber(), content.missingItems()));
        }
        contracts.move(contract, Contract.State.SENT);
        journeys.tellCandidate(key + ":" + applicationId, caseId, applicationId, "candidate.contractSent", Map.of());
    }

    /** @throws CannotSign with a sentence for the one who signs */
    @Transactional
    public void signForMunicipality(CaseId caseId, @Nullable ApplicationId applicationId, String userId) {
        Contract contract = (applicationId == null
                        ? contracts.newest(caseId).map(Contract::applicationId)
                        : Optional.of(applicationId))
                .flatMap(contracts::lockNewest)
                .filter(newest -> newest.state() == Contract.State.SENT)
                .orElseThrow(
                        () -> new CannotSign(
                                "Det er ingen arbeidsavtale som venter på signatur i denne saken. Last oppgaven på nytt, eller spør HR."));
        sign(contract, Contract.Party.EMPLOYER, staff.nameOf(userId), Contract.Method.LOGIN_AND_CONFIRMATION);
    }

    /**
     * Takes the candidate's signature. Signing again, or after the signing has ended, changes nothing.
     *
     * @throws CannotSign with a sentence for the candidate
     */
    @Transactional
    public void signAsCandidate(ApplicationId applicationId, String typedName) {
        Contract contract = contracts
                .lockNewest(applicationId)
                .orElseThrow(() -> new CannotSign("Arbeidsavtalen er ikke klar til signering ennå."));
        if (contract.state() == Contract.State.DRAFT) {
            throw new CannotSign("Arbeidsavtalen er ikke klar til signering ennå.");
        }
        if (contract.state() != Contract.State.SENT) {
            return;
        }
        String name = applicants
                .nameOf(applicationId)
                .orElseThrow(() -> new CannotSign("Søknaden er slettet, og avtalen kan ikke signeres."));
        if (!sameName(name, typedName)) {
            throw new CannotSign("Navnet du skrev, er ikke det samme som i søknaden. Skriv «%s».".formatted(name));
        }
        if (sign(contract, Contract.Party.CANDIDATE, name, Contract.Method.LINK_AND_NAME)) {
            String key = "contract:" + contract.id() + ":candidateSigned";
            journeys.tellCandidate(
                    key + ":" + applicationId,
                    contract.caseId(),
                    applicationId,
                    "candidate.signed",
                    Map.of(HiringVariables.OUTCOME, "HIRED"));
            journeys.tellCase(key, contract.caseId(), "case.candidateSigned", Map.of());
        }
    }

    private boolean sign(Contract contract, Contract.Party party, String name, Contract.Method method) {
        return contracts.sign(
                contract,
                new Contract.Signature(
                        party,
                        name,
                        method,
                        clock.instant(),
                        document(contract.documentId()).info().sha256()));
    }

    private static boolean sameName(String name, String typed) {
        return loose(name).equals(loose(typed));
    }

    private static String loose(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0.-]+", "");
    }

    /** Puts the signed contract and the evidence of the signatures together. */
    @Transactional
    public void record(CaseId caseId, ApplicationId applicationId) {
        Contract contract = contracts
                .lockNewest(applicationId)
                .orElseThrow(() -> new IllegalStateException("There is no contract in case " + caseId));
        if (contract.state() == Contract.State.SIGNED) {
            return;
        }
        StoredDocument original = document(contract.documentId());
        String sha256 = Sha256.of(original.content());
        List<Contract.Signature> signatures = contracts.signatures(contract);
        boolean bothSigned = contract.state() == Contract.State.SENT
                && signatures.size() == Contract.Party.values().length
                && signatures.stream().allMatch(signature -> signature.sha256().equals(sha256));
        if (!bothSigned) {
            throw new IllegalStateException(
                    "Arbeidsavtalen i sak %s er ikke signert av begge parter.".formatted(caseId.caseNumber()));
        }
        byte[] evidence = evidence(contract, signatures, sha256);
        UUID signed = documents.add(
                caseId,
                applicationId,
                SIGNED_KIND,
                "arbeidsavtale-%s-signert.pdf".formatted(caseId.caseNumber()),
                PDF,
                joiner.join(original.content(), evidence));
        contracts.signed(contract, signed);
    }

    private byte[] evidence(Contract contract, List<Contract.Signature> signatures, String sha256) {
        Terms content = terms.of(contract.caseId(), contract.applicationId());
        Map<String, Object> model = new HashMap<>();
        model.put("municipality", content.employer());
        model.put("caseNumber", contract.caseId().caseNumber());
        model.put("position", content.position());
        model.put("sha256", sha256);
        model.put(
                "signatures",
                signatures.stream()
                        .map(signature -> new SignatureLine(
                                signature.party() == Contract.Party.EMPLOYER
                                        ? "Arbeidsgiver, for " + content.employer()
                                        : "Arbeidstaker",
                                signature.name(),
                                nb.time(signature.signedAt()),
                                signature.method().description()))
                        .toList());
        model.put("documentDate", signatures.get(signatures.size() - 1).signedAt());
        return pdf.render("evidence", model);
    }

    record SignatureLine(String party, String name, String time, String method) {}

    @Override
    @Transactional
    public void abort(ApplicationId applicationId) {
        contracts
                .lockNewest(applicationId)
                .filter(contract -> contract.state() == Contract.State.SENT || contract.state() == Contract.State.DRAFT)
                .ifPresent(contract -> {
                    contracts.move(contract, Contract.State.ABORTED);
                    if (contract.state() == Contract.State.SENT) {
                        tellSigningEnded(contract);
                    }
                });
    }

    private void tellSigningEnded(Contract contract) {
        journeys.tellCase("contract:" + contract.id() + ":ended", contract.caseId(), "case.signingEnded", Map.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> currentPdf(CaseId caseId) {
        return contracts
                .newest(caseId)
                .map(contract -> document(contract.readableDocumentId()).content());
    }

    private StoredDocument document(UUID id) {
        return documents.find(id).orElseThrow(() -> new IllegalStateException("No document " + id));
    }
}
