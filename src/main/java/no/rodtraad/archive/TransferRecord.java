package no.rodtraad.archive;

import java.util.Set;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxHandler;
import no.rodtraad.process.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;

/** Sends one record to the archive, and remembers what the archive calls it or why it would not have it. */
@Component
class TransferRecord implements OutboxHandler {

    static final String KIND = "ARCHIVE_TRANSFER";
    static final String KEY = "externalKey";

    /** What another try will not mend. */
    private static final Set<Integer> FINAL = Set.of(400, 409, 413, 415, 422);

    private final FolderArchive archive;
    private final Noark5Archive noark5;
    private final ArchiveReceipts receipts;

    TransferRecord(FolderArchive archive, Noark5Archive noark5, ArchiveReceipts receipts) {
        this.archive = archive;
        this.noark5 = noark5;
        this.receipts = receipts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(Outbox.Entry entry) {
        String key = keyOf(entry);
        ArchivedRecord record = archive.ofCase(new CaseId(String.valueOf(entry.caseId()))).stream()
                .filter(one -> one.externalKey().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no record to transfer for " + entry.id()));
        try {
            receipts.received(key, noark5.transfer(record));
        } catch (HttpClientErrorException e) {
            throw FINAL.contains(e.getStatusCode().value())
                    ? new PermanentFailure(sentence(e), e)
                    : new ArchiveUnexpected(sentence(e), e);
        } catch (RestClientResponseException e) {
            throw new ArchiveUnexpected(sentence(e), e);
        } catch (ResourceAccessException e) {
            throw new ArchiveUnexpected("Arkivet svarte ikke. Kontroller at det er oppe, og at adressen er riktig.", e);
        }
    }

    /** Not the body: it may quote what we sent. */
    private static String sentence(RestClientResponseException e) {
        return "Arkivet svarte %d på det vi sendte. Loggen til arkivet sier hvorfor."
                .formatted(e.getStatusCode().value());
    }

    @Override
    public void givenUp(Outbox.Entry entry, String reason) {
        receipts.refused(keyOf(entry), reason.replaceFirst("^[\\w.$]+: ", ""));
    }

    private static String keyOf(Outbox.Entry entry) {
        return String.valueOf(entry.payload().get(KEY));
    }
}
