package no.rodtraad.signing;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import no.rodtraad.archive.Applicants;
import no.rodtraad.document.Documents;
import no.rodtraad.document.Documents.StoredDocument;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing on our own pages. Each signature is put into the document in the moment it is given, by somebody who has just
 * confirmed who they are.
 */
@Service
class SigningHere {

    private static final String NOT_READY =
            "Arbeidsavtalen er ikke klar til signering nå. Last siden på nytt, eller spør HR.";
    private static final String ELSEWHERE =
            "Denne avtalen signeres ikke her. Last siden på nytt for å se hvordan den signeres.";

    private final ContractStore contracts;
    private final SigningDesk desk;
    private final SigningInbox inbox;
    private final SigningCodes codes;
    private final OwnSigningDocuments signed;
    private final PadesSigner pades;
    private final Documents documents;
    private final Applicants applicants;
    private final Municipalities municipalities;
    private final Clock clock;

    SigningHere(
            ContractStore contracts,
            SigningDesk desk,
            SigningInbox inbox,
            SigningCodes codes,
            OwnSigningDocuments signed,
            PadesSigner pades,
            Documents documents,
            Applicants applicants,
            Municipalities municipalities,
            Clock clock) {
        this.contracts = contracts;
        this.desk = desk;
        this.inbox = inbox;
        this.codes = codes;
        this.signed = signed;
        this.pades = pades;
        this.documents = documents;
        this.applicants = applicants;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** @throws CannotSign with a sentence for the candidate */
    @Transactional
    void sendCode(ApplicationId applicationId) {
        codes.send(waiting(applicationId));
    }

    /**
     * Takes the candidate's signature. One that was given before, or is given after the signing has ended, changes nothing. A
     * wrong code is counted although this throws.
     *
     * @throws CannotSign with a sentence for the candidate
     */
    @Transactional(noRollbackFor = CannotSign.class)
    void signAsCandidate(ApplicationId applicationId, String typedName, String typedCode) {
        Contract contract = contracts.lockNewest(applicationId).orElseThrow(() -> new CannotSign(NOT_READY));
        if (hasEnded(contract) || has(contract, Party.CANDIDATE)) {
            return;
        }
        requireHere(contract);
        String name = applicants
                .nameOf(applicationId)
                .orElseThrow(() -> new CannotSign("Søknaden er slettet, og avtalen kan ikke signeres."));
        if (!loose(name).equals(loose(typedName))) {
            throw new CannotSign("Navnet du skrev, er ikke det samme som i søknaden. Skriv «%s».".formatted(name));
        }
        codes.use(contract, typedCode);
        sign(contract, Party.CANDIDATE, name, Contract.Method.CODE_BY_MAIL);
    }

    /**
     * Takes the municipality's signature from somebody who has just given the password again.
     *
     * @throws CannotSign with a sentence for the employee
     */
    @Transactional
    void signForMunicipality(CaseId caseId, String name) {
        Contract contract = contracts
                .newest(caseId)
                .map(Contract::applicationId)
                .flatMap(contracts::lockNewest)
                .orElseThrow(() -> new CannotSign(NOT_READY));
        if (has(contract, Party.EMPLOYER)) {
            return;
        }
        requireHere(contract);
        sign(contract, Party.EMPLOYER, name, Contract.Method.PASSWORD_AGAIN);
    }

    /**
     * The candidate will not sign; HR gets the reason.
     *
     * @throws CannotSign with a sentence for the candidate
     */
    @Transactional
    void refuse(ApplicationId applicationId, @Nullable String reason) {
        Contract contract = waiting(applicationId);
        if (has(contract, Party.CANDIDATE)) {
            throw new CannotSign("Du har signert avtalen allerede. Ring kontaktpersonen hvis du har ombestemt deg.");
        }
        inbox.take(new SigningEvent.Rejected(job(contract), now(), "", Party.CANDIDATE, reason));
    }

    private void sign(Contract contract, Party party, String name, Contract.Method method) {
        Instant at = now();
        StoredDocument original = original(contract);
        String organisation = municipalities.get(contract.caseId().tenantId()).name();
        byte[] before = signed.find(contract.id()).orElse(original.content());
        signed.keep(contract, pades.sign(before, new PadesSigner.By(name, organisation, method.description()), at));
        contracts.sign(
                contract,
                new Contract.Signature(party, name, method, at, original.info().sha256()));
        inbox.take(new SigningEvent.SignerSigned(job(contract), at, "", party));
        if (contracts.signatures(contract).size() == Party.values().length) {
            inbox.take(new SigningEvent.AllSigned(job(contract), at, ""));
        }
    }

    private Contract waiting(ApplicationId applicationId) {
        Contract contract = contracts
                .lockNewest(applicationId)
                .filter(newest -> newest.state() == Contract.State.SENT)
                .orElseThrow(() -> new CannotSign(NOT_READY));
        requireHere(contract);
        return contract;
    }

    private void requireHere(Contract contract) {
        if (contract.state() != Contract.State.SENT) {
            throw new CannotSign(NOT_READY);
        }
        if (!desk.isSignedBy(contract, LocalSigning.ID)) {
            throw new CannotSign(ELSEWHERE);
        }
    }

    private static boolean hasEnded(Contract contract) {
        return contract.state() != Contract.State.DRAFT && contract.state() != Contract.State.SENT;
    }

    private boolean has(Contract contract, Party party) {
        return contracts.signatures(contract).stream().anyMatch(signature -> signature.party() == party);
    }

    private SigningJobRef job(Contract contract) {
        return new SigningJobRef(LocalSigning.ID, contract.id().toString());
    }

    private StoredDocument original(Contract contract) {
        UUID id = contract.documentId();
        return documents.find(id).orElseThrow(() -> new IllegalStateException("No document " + id));
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String loose(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0.-]+", "");
    }
}
