package no.rodtraad.archive;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.rodtraad.archive.ArchiveReceipts.Receipt;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CaseArchiveDesk implements ArchiveDesk {

    private final FolderArchive archive;
    private final ArchiveFolder folder;
    private final ArchiveReceipts receipts;
    private final ManualArchive byHand;
    private final Completeness completeness;
    private final ArchiveCheck check;

    CaseArchiveDesk(
            FolderArchive archive,
            ArchiveFolder folder,
            ArchiveReceipts receipts,
            ManualArchive byHand,
            Completeness completeness,
            ArchiveCheck check) {
        this.archive = archive;
        this.folder = folder;
        this.receipts = receipts;
        this.byHand = byHand;
        this.completeness = completeness;
        this.check = check;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> entries(CaseId caseId) {
        Map<String, Receipt> answers =
                receipts.ofCase(caseId).stream().collect(Collectors.toMap(Receipt::externalKey, Function.identity()));
        return archive.ofCase(caseId).stream()
                .map(record -> entry(record, answers.get(record.externalKey())))
                .toList();
    }

    private Entry entry(ArchivedRecord record, @Nullable Receipt receipt) {
        if (receipt == null) {
            return new Entry(record, Where.FOLDER, null, null);
        }
        Where where = switch (receipt.state()) {
            case RECEIVED -> Where.ARCHIVE;
            case REFUSED -> Where.REFUSED;
            case WAITING -> byHand.waits(receipt) ? Where.WITH_ARCHIVIST : Where.ON_ITS_WAY;
        };
        return new Entry(record, where, receipt.number(), receipt.problem());
    }

    /** Not read-only: the engine remembers that the decision table was asked. */
    @Override
    @Transactional
    public List<String> missing(CaseId caseId, boolean hires) {
        return completeness.sentences(caseId, hires);
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] packageOfWaiting(CaseId caseId) {
        return RecordPackage.of(folder, waiting(caseId));
    }

    @Override
    @Transactional
    public int register(CaseId caseId, Map<Integer, String> numbers) {
        archive.lock(caseId);
        List<ArchivedRecord> numbered = waiting(caseId).stream()
                .filter(record -> numbers.containsKey(record.journalNumber()))
                .toList();
        numbered.forEach(
                record -> byHand.registered(record.externalKey(), String.valueOf(numbers.get(record.journalNumber()))));
        return numbered.size();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> damages(CaseId caseId) {
        return check.ofCase(caseId).damages();
    }

    @Override
    @Transactional
    public void tryAgain(CaseId caseId) {
        archive.lock(caseId);
        completeness.tryAgain(caseId);
    }

    private List<ArchivedRecord> waiting(CaseId caseId) {
        return entries(caseId).stream()
                .filter(entry -> entry.where() == Where.WITH_ARCHIVIST)
                .map(Entry::record)
                .toList();
    }
}
