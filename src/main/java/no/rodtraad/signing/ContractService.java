package no.rodtraad.signing;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.rodtraad.archive.Archive;
import no.rodtraad.document.Documents;
import no.rodtraad.document.Documents.StoredDocument;
import no.rodtraad.document.Norwegian;
import no.rodtraad.document.PdfRenderer;
import no.rodtraad.document.Sha256;
import no.rodtraad.messaging.CandidateMessages;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.Journeys;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of a contract: drafted, checked, sent, signed by both parties, kept, archived, and only then confirmed to
 * whoever had it signed.
 */
@Service
class ContractService implements Contracts {

    static final String KIND = "CONTRACT";
    private static final String SIGNED_KIND = "SIGNED_CONTRACT";
    private static final String EVIDENCE_KIND = "SIGNATURE_EVIDENCE";
    private static final String PDF = "application/pdf";

    private final ContractStore contracts;
    private final ContractTerms terms;
    private final Documents documents;
    private final PdfRenderer pdf;
    private final SigningDesk desk;
    private final Archive archive;
    private final CandidateMessages messages;
    private final Journeys journeys;
    private final Norwegian nb = new Norwegian();

    private static final Set<Contract.State> ENDS_WHEN_ABORTED =
            EnumSet.of(Contract.State.DRAFT, Contract.State.SENT, Contract.State.STOPPED);

    ContractService(
            ContractStore contracts,
            ContractTerms terms,
            Documents documents,
            PdfRenderer pdf,
            SigningDesk desk,
            Archive archive,
            CandidateMessages messages,
            Journeys journeys) {
        this.contracts = contracts;
        this.terms = terms;
        this.documents = documents;
        this.pdf = pdf;
        this.desk = desk;
        this.archive = archive;
        this.messages = messages;
        this.journeys = journeys;
    }

    /** Makes the contract from what the case says now; the same contents again make no new version. */
    @Transactional
    public Contract generate(CaseId caseId, ApplicationId applicationId) {
        return keep(caseId, applicationId, terms.of(caseId, applicationId));
    }

    /**
     * Makes the contract that will be signed, from what HR has just approved.
     *
     * @throws FormRejected when it could not be sent to signing
     */
    @Transactional
    public Contract generate(CaseId caseId, ApplicationId applicationId, Map<String, Object> reviewFields) {
        if (desk.lacksNationalIds(caseId, applicationId)) {
            throw new FormRejected(SigningDesk.ASK_FOR_IDS.formatted(caseId));
        }
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

    /**
     * Lets both parties sign, with the service that the municipality has chosen.
     *
     * @throws IllegalStateException when the contract lacks something the law requires, or the service cannot be used
     */
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
        desk.start(contract, document(contract.documentId()).content());
        if (contracts.wasSentBefore(contract)) {
            // the candidate's journey waits for a signature already
            messages.send(key + ":M16", caseId, applicationId, "M16");
        } else {
            journeys.tellCandidate(
                    key + ":" + applicationId, caseId, applicationId, "candidate.contractSent", Map.of());
        }
    }

    /** Fetches the signed contract and keeps it, with the evidence of the signatures. */
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
                && signatures.size() == Party.values().length
                && signatures.stream().allMatch(signature -> signature.sha256().equals(sha256));
        if (!bothSigned) {
            throw new IllegalStateException(
                    "Arbeidsavtalen i sak %s er ikke signert av begge parter.".formatted(caseId.caseNumber()));
        }
        UUID signed = documents.add(
                caseId,
                applicationId,
                SIGNED_KIND,
                "arbeidsavtale-%s-signert.pdf".formatted(caseId.caseNumber()),
                PDF,
                desk.fetch(contract));
        UUID evidence = documents.add(
                caseId,
                applicationId,
                EVIDENCE_KIND,
                "arbeidsavtale-%s-slik-ble-den-signert.pdf".formatted(caseId.caseNumber()),
                PDF,
                evidence(contract, signatures, sha256));
        contracts.signed(contract, signed, evidence);
    }

    /** Lets the signing service know that the signed contract is archived. */
    @Transactional
    public void confirmArchived(CaseId caseId, ApplicationId applicationId) {
        Contract contract = contracts
                .lockNewest(applicationId)
                .filter(newest -> newest.state() == Contract.State.SIGNED)
                .orElseThrow(() -> new IllegalStateException("There is no signed contract in case " + caseId));
        if (!isArchived(contract)) {
            throw new IllegalStateException("Arbeidsavtalen i sak %s er ikke arkivert ennå (%s)."
                    .formatted(caseId.caseNumber(), SignedContractRecord.CODE));
        }
        desk.acknowledgeSigned(contract);
    }

    private boolean isArchived(Contract contract) {
        return archive.ofCase(contract.caseId()).stream()
                .anyMatch(record -> record.documentCode().equals(SignedContractRecord.CODE)
                        && contract.applicationId().equals(record.applicationId()));
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
                                signature.party() == Party.EMPLOYER
                                        ? "Arbeidsgiver, for " + content.employer()
                                        : "Arbeidstaker",
                                signature.name(),
                                nb.time(signature.signedAt()),
                                signature.method().description()))
                        .toList());
        model.put("method", wayOf(contract).name());
        model.put("documentDate", signatures.get(signatures.size() - 1).signedAt());
        return pdf.render("evidence", contract.caseId(), model);
    }

    /** How this contract is signed. */
    Way wayOf(Contract contract) {
        if (desk.isOnPaper(contract)) {
            return Way.PAPER;
        }
        return desk.isSignedBy(contract, LocalSigning.ID) ? Way.HERE : Way.SERVICE;
    }

    enum Way {
        HERE,
        SERVICE,
        PAPER
    }

    record SignatureLine(String party, String name, String time, String method) {}

    @Override
    @Transactional
    public void abort(ApplicationId applicationId) {
        desk.giveUp(applicationId);
        contracts
                .lockNewest(applicationId)
                .filter(contract -> ENDS_WHEN_ABORTED.contains(contract.state()))
                .ifPresent(contract -> {
                    contracts.move(contract, Contract.State.ABORTED);
                    if (contract.state() == Contract.State.SENT) {
                        desk.cancel(contract);
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
