package no.rodtraad.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.archive.Archive;
import no.rodtraad.document.Documents;
import no.rodtraad.document.Documents.StoredDocument;
import no.rodtraad.outbox.Outbox;
import no.rodtraad.outbox.OutboxHandler;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.vacancy.Vacancies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What applicants change after they have sent the application: who they are and how to reach them at any time, the text
 * and the files until the deadline. A changed application is archived once more, as it now is; the first one stays.
 */
@Service
class Corrections implements OutboxHandler {

    private static final String KIND = "CORRECTED_APPLICATION";
    private static final String APPLICATION_RECORD = "D08";

    private final Applications applications;
    private final Vacancies vacancies;
    private final Documents documents;
    private final Outbox outbox;
    private final Archive archive;
    private final Clock clock;

    Corrections(
            Applications applications,
            Vacancies vacancies,
            Documents documents,
            Outbox outbox,
            Archive archive,
            Clock clock) {
        this.applications = applications;
        this.vacancies = vacancies;
        this.documents = documents;
        this.outbox = outbox;
        this.archive = archive;
        this.clock = clock;
    }

    /** Whether the text and the files may be changed now. */
    boolean isOpen(ApplicationInfo application) {
        return application.open() && vacancies.isOpen(vacancies.get(application.caseId()));
    }

    @Transactional
    void correctPerson(ApplicationInfo application, ApplicationForm form) {
        applications.correctPerson(application.id(), form);
    }

    /**
     * Keeps the text and the new files, and removes others.
     *
     * @param removed files of this application
     */
    @Transactional
    void correct(
            ApplicationInfo application,
            ApplicationForm form,
            Optional<Upload> cv,
            List<Upload> attachments,
            List<UUID> removed) {
        cv.ifPresent(file -> keep(application, ApplicationDocuments.CV, file));
        attachments.forEach(file -> keep(application, ApplicationDocuments.ATTACHMENT, file));
        removed.forEach(documents::remove);
        if (cv.isPresent() || !attachments.isEmpty() || !removed.isEmpty() || isChanged(application, form)) {
            Instant now = clock.instant();
            applications.correctText(application.id(), form, now);
            archiveAgain(application, now);
        }
    }

    /** What the applicant has sent, oldest first. */
    List<StoredDocument.Info> files(ApplicationId id) {
        return documents.of(id).stream()
                .filter(info -> ApplicationDocuments.isSentByApplicant(info.kind()))
                .toList();
    }

    private static boolean isChanged(ApplicationInfo application, ApplicationForm form) {
        return !application.education().equals(form.getEducation())
                || !application.experience().equals(form.getExperience())
                || !application.letter().equals(form.getLetter());
    }

    private void keep(ApplicationInfo application, String kind, Upload file) {
        documents.add(
                application.caseId(), application.id(), kind, file.fileName(), file.contentType(), file.content());
    }

    private void archiveAgain(ApplicationInfo application, Instant at) {
        outbox.put(new Outbox.Entry(
                "%s:corrected:%d".formatted(application.id(), at.toEpochMilli()),
                KIND,
                application.caseId().tenantId(),
                application.caseId().value(),
                application.id().toString(),
                Map.of()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(Outbox.Entry entry) {
        String caseId = entry.caseId();
        String applicationId = entry.applicationId();
        if (caseId == null || applicationId == null) {
            throw new IllegalStateException("The entry %s names no application".formatted(entry.id()));
        }
        archive.archive(entry.id(), APPLICATION_RECORD, new CaseId(caseId), ApplicationId.of(applicationId));
    }
}
