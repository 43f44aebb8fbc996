package no.rodtraad.archive;

import java.util.Optional;
import no.rodtraad.capability.Capability;
import no.rodtraad.capability.CapabilityAdapter;
import no.rodtraad.capability.ManualWork;
import no.rodtraad.process.ArchiveJourneys;
import org.springframework.stereotype.Component;

/** The archivist takes a ready package and answers with the journal number of each record. */
@Component
class ManualArchive implements ArchiveAdapter {

    private final ArchiveReceipts receipts;
    private final ManualWork work;
    private final ArchiveJourneys journeys;

    ManualArchive(ArchiveReceipts receipts, ManualWork work, ArchiveJourneys journeys) {
        this.receipts = receipts;
        this.work = work;
        this.journeys = journeys;
    }

    @Override
    public String id() {
        return CapabilityAdapter.MANUAL;
    }

    @Override
    public String label() {
        return "Arkivaren registrerer for hånd";
    }

    @Override
    public String explanation() {
        return "Arkivaren får en oppgave, laster ned en ferdig pakke fra saken og skriver inn journalnummeret. En sak kan ikke lukkes før alle dokumentene har fått nummer.";
    }

    @Override
    public Optional<String> unusableBecause() {
        return Optional.empty();
    }

    @Override
    public void accept(ArchivedRecord record) {
        boolean first = receipts.ofCase(record.caseId()).stream().noneMatch(this::waits);
        receipts.expect(record.externalKey(), id());
        work.began(record.caseId().tenantId(), Capability.ARCHIVE, record.caseId(), workKey(record.externalKey()));
        if (first) {
            journeys.recordsWait(record.externalKey(), record.caseId());
        }
    }

    /** The archivist has given the record its number. */
    void registered(String externalKey, String number) {
        if (receipts.received(externalKey, number)) {
            work.done(workKey(externalKey));
        }
    }

    boolean waits(ArchiveReceipts.Receipt receipt) {
        return receipt.adapter().equals(id()) && receipt.state() == ArchiveReceipts.State.WAITING;
    }

    private static String workKey(String externalKey) {
        return "archive:" + externalKey;
    }
}
