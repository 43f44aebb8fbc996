package no.rodtraad.archive;

import java.util.Map;
import java.util.Optional;
import no.rodtraad.archive.fiks.FiksIo;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.process.CaseId;
import org.springframework.stereotype.Component;

/**
 * Sends records to an archive over Fiks IO, with the same message as lies in the folder. The archive knows a record by our
 * key, so that the same record again is the same entry.
 */
@Component
class FiksArkiv implements ArchiveAdapter {

    static final String ID = "fiksarkiv";

    private final FiksIo fiks;
    private final ArchiveReceipts receipts;
    private final Outbox outbox;

    FiksArkiv(FiksIo fiks, ArchiveReceipts receipts, Outbox outbox) {
        this.fiks = fiks;
        this.receipts = receipts;
        this.outbox = outbox;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "Fiks Arkiv";
    }

    @Override
    public String explanation() {
        return "Dokumentene sendes til arkivsystemet gjennom KS Fiks, kryptert for arkivet. En sak kan ikke lukkes før arkivet har kvittert for alle.";
    }

    @Override
    public Optional<String> unusableBecause() {
        return fiks.problem();
    }

    @Override
    public Optional<String> unusableBecause(String tenantId) {
        return fiks.problem(tenantId);
    }

    @Override
    public void accept(ArchivedRecord record) {
        int attempt = receipts.expect(record.externalKey(), ID).attempt();
        put(
                FiksArkivMessages.Purpose.CREATE,
                record.caseId(),
                new FiksArkivMessages.About(record.externalKey(), attempt));
    }

    /** Asks the archive whether it has a record it has not answered about. */
    void ask(FiksArkivMessages.Waiting silent) {
        put(
                FiksArkivMessages.Purpose.FIND,
                silent.caseId(),
                new FiksArkivMessages.About(silent.externalKey(), silent.attempt()));
    }

    private void put(FiksArkivMessages.Purpose purpose, CaseId caseId, FiksArkivMessages.About about) {
        outbox.put(new Outbox.Entry(
                "archive:%s:%s:%d:%s".formatted(ID, about.externalKey(), about.attempt(), purpose),
                SendToFiksArkiv.KIND,
                caseId.tenantId(),
                caseId.value(),
                null,
                Map.of(
                        SendToFiksArkiv.KEY, about.externalKey(),
                        SendToFiksArkiv.ATTEMPT, about.attempt(),
                        SendToFiksArkiv.PURPOSE, purpose.name())));
    }
}
