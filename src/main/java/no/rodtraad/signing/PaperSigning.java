package no.rodtraad.signing;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import no.rodtraad.capability.CapabilityAdapter;
import no.rodtraad.capability.ManualWork;
import no.rodtraad.document.Documents;
import no.rodtraad.document.Documents.StoredDocument;
import no.rodtraad.document.PdfRenderer;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.virusscan.VirusScan;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contracts that are printed, signed by hand and scanned. */
@Service
class PaperSigning {

    static final int LARGEST_BYTES = 10 * 1024 * 1024;

    private final ContractStore contracts;
    private final SigningDesk desk;
    private final SigningInbox inbox;
    private final OwnSigningDocuments signed;
    private final Documents documents;
    private final PdfRenderer pdf;
    private final PdfJoiner joiner;
    private final Municipalities municipalities;
    private final VirusScan virusScan;
    private final ManualWork work;
    private final Clock clock;

    PaperSigning(
            ContractStore contracts,
            SigningDesk desk,
            SigningInbox inbox,
            OwnSigningDocuments signed,
            Documents documents,
            PdfRenderer pdf,
            PdfJoiner joiner,
            Municipalities municipalities,
            VirusScan virusScan,
            ManualWork work,
            Clock clock) {
        this.contracts = contracts;
        this.desk = desk;
        this.inbox = inbox;
        this.signed = signed;
        this.documents = documents;
        this.pdf = pdf;
        this.joiner = joiner;
        this.municipalities = municipalities;
        this.virusScan = virusScan;
        this.work = work;
        this.clock = clock;
    }

    /** The contract to print, with a last page that says what to do and has room for the signatures. */
    @Transactional(readOnly = true)
    byte[] toPrint(Contract contract) {
        StoredDocument original = documents
                .find(contract.documentId())
                .orElseThrow(() -> new IllegalStateException("No document " + contract.documentId()));
        Map<String, Object> model = new HashMap<>();
        model.put(
                "municipality", municipalities.get(contract.caseId().tenantId()).name());
        model.put("caseNumber", contract.caseId().caseNumber());
        model.put("sha256", original.info().sha256());
        model.put("documentDate", clock.instant());
        return joiner.join(original.content(), pdf.render("paper-signatures", contract.caseId(), model));
    }

    /**
     * Takes the scanned contract; from then on both have signed.
     *
     * @throws CannotSign with a sentence for whoever uploads it
     */
    @Transactional
    void upload(CaseId caseId, byte[] scan) {
        Contract contract = contracts
                .newest(caseId)
                .map(Contract::applicationId)
                .flatMap(contracts::lockNewest)
                .filter(newest -> newest.state() == Contract.State.SENT)
                .filter(desk::isOnPaper)
                .orElseThrow(() -> new CannotSign("Det er ingen avtale som venter på papirsignatur i denne saken."));
        check(scan);
        signed.keep(contract, scan);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        inbox.take(new SigningEvent.AllSigned(
                new SigningJobRef(CapabilityAdapter.MANUAL, contract.id().toString()), at, ""));
        work.done(ManualSigning.workKey(contract.id()));
    }

    private void check(byte[] scan) {
        if (scan.length == 0) {
            throw new CannotSign("Velg filen med den skannede avtalen.");
        }
        if (scan.length > LARGEST_BYTES) {
            throw new CannotSign(
                    "Filen er for stor. Den kan være på høyst 10 MB. Skann den på nytt med lavere oppløsning.");
        }
        if (!isPdf(scan)) {
            throw new CannotSign(
                    "Filen er ikke en PDF som kan leses. Skann avtalen som PDF, uten passord, og prøv igjen.");
        }
        switch (virusScan.check(scan)) {
            case CLEAN -> {}
            case INFECTED ->
                throw new CannotSign(
                        "Det er funnet skadelig kode i filen, og den er ikke lagret. Skann avtalen på nytt.");
            case UNKNOWN ->
                throw new CannotSign("Filen kunne ikke kontrolleres for virus akkurat nå. Prøv igjen om litt.");
        }
    }

    private static boolean isPdf(byte[] content) {
        try (PDDocument document = Loader.loadPDF(content)) {
            return document.getNumberOfPages() > 0 && !document.isEncrypted();
        } catch (IOException e) {
            // what cannot be read is no PDF for us
            return false;
        }
    }
}
