package no.rodtraad.archive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import no.rodtraad.archive.FiksArkivMessages.About;
import no.rodtraad.archive.FiksArkivMessages.Purpose;
import no.rodtraad.archive.fiks.FiksIo;
import no.rodtraad.archive.fiks.FiksMessage;
import no.rodtraad.archive.fiks.FiksUnusable;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxHandler;
import no.rodtraad.process.CaseId;
import org.springframework.stereotype.Component;

/** Sends one record over Fiks IO, or asks after one; the answer comes later, to {@link FiksArkivInbox}. */
@Component
class SendToFiksArkiv implements OutboxHandler {

    static final String KIND = "FIKS_ARKIV";
    static final String KEY = "externalKey";
    static final String ATTEMPT = "attempt";
    static final String PURPOSE = "purpose";

    private final FolderArchive archive;
    private final ArchiveFolder folder;
    private final ArchiveReceipts receipts;
    private final FiksArkivMessages messages;
    private final FiksIo fiks;

    SendToFiksArkiv(
            FolderArchive archive,
            ArchiveFolder folder,
            ArchiveReceipts receipts,
            FiksArkivMessages messages,
            FiksIo fiks) {
        this.archive = archive;
        this.folder = folder;
        this.receipts = receipts;
        this.messages = messages;
        this.fiks = fiks;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Nothing is sent about a record that has its answer, or has been set on its way anew. */
    @Override
    public void handle(Outbox.Entry entry) {
        About about = about(entry);
        if (messages.receipt(entry.tenantId(), about.externalKey())
                .filter(waits(about))
                .isEmpty()) {
            return;
        }
        Purpose purpose = Purpose.valueOf(String.valueOf(entry.payload().get(PURPOSE)));
        messages.lock(entry.tenantId());
        messages.sent(send(entry, about, purpose), about, purpose);
    }

    private static Predicate<ArchiveReceipts.Receipt> waits(About about) {
        return receipt -> receipt.state() == ArchiveReceipts.State.WAITING && receipt.attempt() == about.attempt();
    }

    private UUID send(Outbox.Entry entry, About about, Purpose purpose) {
        FiksMessage message = switch (purpose) {
            case CREATE -> new FiksMessage(FiksArkivXml.CREATE, correlation(about), files(entry, about));
            case FIND ->
                new FiksMessage(
                        FiksArkivXml.FIND,
                        correlation(about),
                        List.of(new FiksMessage.Part(
                                ArchiveFolder.MESSAGE, FiksArkivXml.question(about.externalKey()))));
        };
        try {
            return fiks.send(entry.tenantId(), message);
        } catch (FiksUnusable e) {
            if (e.isPermanent()) {
                throw new PermanentFailure(String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
    }

    private List<FiksMessage.Part> files(Outbox.Entry entry, About about) {
        ArchivedRecord record = archive.ofCase(new CaseId(String.valueOf(entry.caseId()))).stream()
                .filter(one -> one.externalKey().equals(about.externalKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no record to send for " + entry.id()));
        return folder.contents(record.folder()).stream()
                .map(file -> new FiksMessage.Part(file.name(), file.bytes()))
                .toList();
    }

    private static String correlation(About about) {
        return about.externalKey() + "#" + about.attempt();
    }

    /** @return empty where it is nothing we send */
    static Optional<About> ofCorrelation(String correlation) {
        int mark = correlation.lastIndexOf('#');
        String attempt = correlation.substring(mark + 1);
        return mark < 1 || !attempt.chars().allMatch(Character::isDigit) || attempt.isEmpty() || attempt.length() > 6
                ? Optional.empty()
                : Optional.of(new About(correlation.substring(0, mark), Integer.parseInt(attempt)));
    }

    @Override
    public void givenUp(Outbox.Entry entry, String reason) {
        receipts.refused(about(entry).externalKey(), reason.replaceFirst("^[\\w.$]+: ", ""));
    }

    private static About about(Outbox.Entry entry) {
        return new About(
                String.valueOf(entry.payload().get(KEY)),
                Integer.parseInt(String.valueOf(entry.payload().get(ATTEMPT))));
    }
}
