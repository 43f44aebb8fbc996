package no.rodtraad.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.archive.ArchiveReceipts.Receipt;
import no.rodtraad.archive.ArchiveReceipts.State;
import no.rodtraad.capability.CapabilityAdapter;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the holes in the archive of a case. */
@Component
class Completeness {

    private final FolderArchive archive;
    private final RequiredRecords required;
    private final Applicants applicants;
    private final ArchiveReceipts receipts;
    private final ArchiveAdapters adapters;

    Completeness(
            FolderArchive archive,
            RequiredRecords required,
            Applicants applicants,
            ArchiveReceipts receipts,
            ArchiveAdapters adapters) {
        this.archive = archive;
        this.required = required;
        this.applicants = applicants;
        this.receipts = receipts;
        this.adapters = adapters;
    }

    /** A required record that is not there. */
    record Hole(DocumentType type, @Nullable ApplicationId applicationId) {}

    List<Hole> holes(CaseId caseId, boolean hired) {
        List<ArchivedRecord> records = archive.ofCase(caseId);
        List<Hole> holes = new ArrayList<>();
        Set<String> codes = new TreeSet<>(required.forCase(caseId, hired));
        codes.add(DocumentType.D08.name());
        codes.add(DocumentType.D26.name());
        for (String code : codes) {
            DocumentType type = DocumentType.of(code);
            if (type.isForEveryApplicant()) {
                applicants.ofCase(caseId).stream()
                        .filter(applicant -> records.stream()
                                .noneMatch(record ->
                                        record.documentCode().equals(code) && applicant.equals(record.applicationId())))
                        .forEach(applicant -> holes.add(new Hole(type, applicant)));
            } else if (records.stream()
                    .noneMatch(record -> record.documentCode().equals(code))) {
                holes.add(new Hole(type, null));
            }
        }
        return holes;
    }

    /** Whether every required record is made, and every record made is where it is to be. */
    boolean isComplete(CaseId caseId, boolean hired) {
        return holes(caseId, hired).isEmpty() && notReceived(caseId).isEmpty();
    }

    /** Whether all that is missing is an answer that another system is about to give. */
    boolean waitsForSystem(CaseId caseId, boolean hired) {
        List<Receipt> open = notReceived(caseId);
        return holes(caseId, hired).isEmpty()
                && !open.isEmpty()
                && open.stream()
                        .allMatch(receipt -> receipt.state() == State.WAITING
                                && !receipt.adapter().equals(CapabilityAdapter.MANUAL));
    }

    private List<Receipt> notReceived(CaseId caseId) {
        return receipts.ofCase(caseId).stream()
                .filter(receipt -> receipt.state() != State.RECEIVED)
                .toList();
    }

    /** For the archivist, one sentence for each record that is missing or has not arrived. */
    List<String> sentences(CaseId caseId, boolean hired) {
        Map<String, ArchivedRecord> records = archive.ofCase(caseId).stream()
                .collect(Collectors.toMap(ArchivedRecord::externalKey, Function.identity()));
        return Stream.concat(
                        holes(caseId, hired).stream().map(this::sentence),
                        notReceived(caseId).stream()
                                .map(receipt -> sentence(records.get(receipt.externalKey()), receipt)))
                .toList();
    }

    private String sentence(Hole hole) {
        String about = hole.applicationId() == null
                ? ""
                : " for " + applicants.nameOf(hole.applicationId()).orElse("en slettet søker");
        return "%s %s mangler%s.".formatted(hole.type().name(), hole.type().title(), about);
    }

    private static String sentence(@Nullable ArchivedRecord record, Receipt receipt) {
        String what = record == null
                ? receipt.externalKey()
                : "%s %s (nr. %d)".formatted(record.documentCode(), record.title(), record.journalNumber());
        if (receipt.state() == State.REFUSED) {
            return "%s er ikke mottatt av arkivet: %s".formatted(what, receipt.problem());
        }
        return receipt.adapter().equals(CapabilityAdapter.MANUAL)
                ? what + " venter på nummer fra arkivaren."
                : what + " er på vei til arkivet.";
    }

    /** Archives what can be made by now, and tries once more what the archive refused. */
    void fill(CaseId caseId, boolean hired) {
        for (Hole hole : holes(caseId, hired)) {
            archive.tryArchive(
                    "%s:%s:completeArchive:%s"
                            .formatted(caseId, hole.applicationId() == null ? "-" : hole.applicationId(), hole.type()),
                    hole.type().name(),
                    caseId,
                    hole.applicationId());
        }
        tryAgain(caseId);
    }

    void tryAgain(CaseId caseId) {
        List<ArchivedRecord> records = archive.ofCase(caseId);
        for (Receipt receipt : notReceived(caseId)) {
            if (receipt.state() == State.REFUSED) {
                records.stream()
                        .filter(record -> record.externalKey().equals(receipt.externalKey()))
                        .forEach(adapters.byId(receipt.adapter())::accept);
            }
        }
    }
}
