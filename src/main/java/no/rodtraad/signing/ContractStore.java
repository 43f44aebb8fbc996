package no.rodtraad.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContractStore {

    private final JdbcClient database;
    private final Clock clock;

    ContractStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<Contract> newest(CaseId caseId) {
        return database.sql("""
                        select * from contracts c where case_id = :case and not exists (
                          select 1 from contracts later
                          where later.application_id = c.application_id and later.version > c.version)
                        order by created_at desc, state in ('DRAFT', 'SENT') desc limit 1
                        """)
                .param("case", caseId.value())
                .query((row, number) -> contract(row))
                .optional();
    }

    Optional<Contract> newest(ApplicationId applicationId) {
        return database.sql("select * from contracts where application_id = :application order by version desc limit 1")
                .param("application", applicationId.value())
                .query((row, number) -> contract(row))
                .optional();
    }

    Optional<Contract> find(UUID id) {
        return database.sql("select * from contracts where id = :id")
                .param("id", id)
                .query((row, number) -> contract(row))
                .optional();
    }

    /** Whether an older version was sent to the candidate. */
    boolean wasSentBefore(Contract contract) {
        return database.sql("""
                        select exists (select 1 from contracts
                                       where application_id = :application and version < :version and state = 'STOPPED')""")
                .param("application", contract.applicationId().value())
                .param("version", contract.version())
                .query(Boolean.class)
                .single();
    }

    /** Holds other signers and a withdrawal back until the transaction is over. */
    Optional<Contract> lockNewest(ApplicationId applicationId) {
        return database.sql(
                        "select * from contracts where application_id = :application order by version desc limit 1 for no key update")
                .param("application", applicationId.value())
                .query((row, number) -> contract(row))
                .optional();
    }

    Contract add(CaseId caseId, ApplicationId applicationId, int version, UUID documentId) {
        Contract contract = new Contract(
                UUID.randomUUID(), caseId, applicationId, version, documentId, null, null, Contract.State.DRAFT, null);
        database.sql("""
                        insert into contracts (id, tenant_id, case_id, application_id, version, document_id, state, created_at)
                        values (:id, :tenant, :case, :application, :version, :document, :state, :now)""")
                .param("id", contract.id())
                .param("tenant", caseId.tenantId())
                .param("case", caseId.value())
                .param("application", applicationId.value())
                .param("version", version)
                .param("document", documentId)
                .param("state", contract.state().name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return contract;
    }

    void move(Contract contract, Contract.State state) {
        database.sql("update contracts set state = :state where id = :id")
                .param("state", state.name())
                .param("id", contract.id())
                .update();
    }

    void stop(Contract contract, Contract.Stop stop) {
        database.sql("update contracts set state = 'STOPPED', stop_kind = :kind, stop_reason = :reason where id = :id")
                .param("kind", stop.kind().name())
                .param("reason", stop.reason())
                .param("id", contract.id())
                .update();
    }

    void signed(Contract contract, UUID signedDocumentId, UUID evidenceDocumentId) {
        database.sql("""
                        update contracts
                        set state = 'SIGNED', signed_document_id = :document, evidence_document_id = :evidence
                        where id = :id""")
                .param("document", signedDocumentId)
                .param("evidence", evidenceDocumentId)
                .param("id", contract.id())
                .update();
    }

    /** @return false where the party had signed already */
    boolean sign(Contract contract, Contract.Signature signature) {
        return database.sql("""
                                insert into signatures (contract_id, party, name, method, signed_at, sha256)
                                values (:contract, :party, :name, :method, :at, :sha256)
                                on conflict do nothing""")
                        .param("contract", contract.id())
                        .param("party", signature.party().name())
                        .param("name", signature.name())
                        .param("method", signature.method().name())
                        .param("at", Timestamp.from(signature.signedAt()))
                        .param("sha256", signature.sha256())
                        .update()
                > 0;
    }

    List<Contract.Signature> signatures(Contract contract) {
        return database.sql("select * from signatures where contract_id = :contract order by signed_at, party")
                .param("contract", contract.id())
                .query((row, number) -> new Contract.Signature(
                        Party.valueOf(row.getString("party")),
                        row.getString("name"),
                        Contract.Method.valueOf(row.getString("method")),
                        row.getTimestamp("signed_at").toInstant(),
                        row.getString("sha256")))
                .list();
    }

    private static Contract contract(ResultSet row) throws SQLException {
        return new Contract(
                row.getObject("id", UUID.class),
                new CaseId(row.getString("case_id")),
                new ApplicationId(row.getObject("application_id", UUID.class)),
                row.getInt("version"),
                row.getObject("document_id", UUID.class),
                row.getObject("signed_document_id", UUID.class),
                row.getObject("evidence_document_id", UUID.class),
                Contract.State.valueOf(row.getString("state")),
                stop(row));
    }

    private static Contract.@Nullable Stop stop(ResultSet row) throws SQLException {
        @Nullable String kind = row.getString("stop_kind");
        return kind == null ? null : new Contract.Stop(Contract.Stop.Kind.valueOf(kind), row.getString("stop_reason"));
    }
}
