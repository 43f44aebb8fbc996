package no.rodtraad.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.rodtraad.archive.Applicants;
import no.rodtraad.archive.ArchiveRecord;
import no.rodtraad.archive.RecordSource;
import no.rodtraad.document.Documents;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The signed contract (D25), who signed it when and how, and the contract byte for byte as it was sent to signing. */
@Component
class SignedContractRecord implements RecordSource {

    static final String CODE = "D25";

    private final ContractStore contracts;
    private final Documents documents;
    private final Applicants applicants;

    SignedContractRecord(ContractStore contracts, Documents documents, Applicants applicants) {
        this.contracts = contracts;
        this.documents = documents;
        this.applicants = applicants;
    }

    @Override
    public Set<String> documentCodes() {
        return Set.of(CODE);
    }

    @Override
    public Optional<ArchiveRecord> record(String documentCode, CaseId caseId, @Nullable ApplicationId applicationId) {
        return (applicationId == null ? contracts.newest(caseId) : contracts.newest(applicationId))
                .filter(contract -> contract.state() == Contract.State.SIGNED)
                .map(this::record);
    }

    private ArchiveRecord record(Contract contract) {
        List<ArchiveRecord.File> files = new ArrayList<>();
        files.add(file(contract.readableDocumentId()));
        Optional.ofNullable(contract.evidenceDocumentId()).map(this::file).ifPresent(files::add);
        files.add(file(contract.documentId()));
        String name = applicants.nameOf(contract.applicationId()).orElse("slettet søker");
        return new ArchiveRecord("Arbeidsavtale – " + name, "Arbeidsavtale", ArchiveRecord.Kind.OUTGOING, files);
    }

    private ArchiveRecord.File file(UUID id) {
        Documents.StoredDocument document =
                documents.find(id).orElseThrow(() -> new IllegalStateException("No document " + id));
        return new ArchiveRecord.File(
                document.info().fileName(), document.info().contentType(), document.content());
    }
}
