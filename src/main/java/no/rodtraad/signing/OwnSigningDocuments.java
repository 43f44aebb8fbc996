package no.rodtraad.signing;

import java.util.Optional;
import java.util.UUID;
import no.rodtraad.document.Documents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contracts with the signatures that were given here, until the last one is. */
@Repository
class OwnSigningDocuments {

    private static final String KIND = "CONTRACT_BEING_SIGNED";

    private final JdbcClient database;
    private final Documents documents;

    OwnSigningDocuments(JdbcClient database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    Optional<byte[]> find(UUID contractId) {
        return id(contractId).flatMap(documents::find).map(Documents.StoredDocument::content);
    }

    /** Takes the place of what was kept before. */
    void keep(Contract contract, byte[] pdf) {
        Optional<UUID> before = id(contract.id());
        UUID document = documents.add(
                contract.caseId(), contract.applicationId(), KIND, "arbeidsavtale.pdf", "application/pdf", pdf);
        database.sql("""
                        insert into own_signing_documents (contract_id, document_id) values (:contract, :document)
                        on conflict (contract_id) do update set document_id = excluded.document_id""")
                .param("contract", contract.id())
                .param("document", document)
                .update();
        before.ifPresent(documents::remove);
    }

    private Optional<UUID> id(UUID contractId) {
        return database.sql("select document_id from own_signing_documents where contract_id = :contract")
                .param("contract", contractId)
                .query(UUID.class)
                .optional();
    }
}
