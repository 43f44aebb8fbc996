package no.rodtraad.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    Completeness(FolderArchive archive, RequiredRecords required, Applicants applicants) {
        this.archive = archive;
        this.required = required;
        this.applicants = applicants;
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

    /** For the archivist, one hole a line. */
    String describe(List<Hole> holes) {
        StringBuilder text = new StringBuilder();
        for (Hole hole : holes) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(hole.type().name())
                    .append(' ')
                    .append(hole.type().title())
                    .append(" mangler");
            if (hole.applicationId() != null) {
                text.append(" for ")
                        .append(applicants.nameOf(hole.applicationId()).orElse("en slettet søker"));
            }
            text.append('.');
        }
        return text.toString();
    }

    /** Archives what can be made by now. */
    void fill(CaseId caseId, boolean hired) {
        for (Hole hole : holes(caseId, hired)) {
            archive.tryArchive(
                    "%s:%s:completeArchive:%s"
                            .formatted(caseId, hole.applicationId() == null ? "-" : hole.applicationId(), hole.type()),
                    hole.type().name(),
                    caseId,
                    hole.applicationId());
        }
    }
}
