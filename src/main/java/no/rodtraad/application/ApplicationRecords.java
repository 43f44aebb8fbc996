package no.rodtraad.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.rodtraad.archive.ArchiveRecord;
import no.rodtraad.archive.RecordSource;
import no.rodtraad.document.Documents;
import no.rodtraad.document.PdfRenderer;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The application with its attachments (D08) and the lists of applicants (D10, D11), as they are archived. */
@Component
class ApplicationRecords implements RecordSource {

    private final Applications applications;
    private final ApplicantLists lists;
    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final Documents documents;
    private final PdfRenderer pdf;

    ApplicationRecords(
            Applications applications,
            ApplicantLists lists,
            Vacancies vacancies,
            Municipalities municipalities,
            Documents documents,
            PdfRenderer pdf) {
        this.applications = applications;
        this.lists = lists;
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.documents = documents;
        this.pdf = pdf;
    }

    @Override
    public Set<String> documentCodes() {
        return Set.of("D08", "D10", "D11");
    }

    @Override
    public Optional<ArchiveRecord> record(String documentCode, CaseId caseId, @Nullable ApplicationId applicationId) {
        return switch (documentCode) {
            case "D08" ->
                Optional.ofNullable(applicationId).flatMap(applications::find).map(this::application);
            case "D10" -> list(caseId, ApplicantLists.Kind.PUBLIC);
            case "D11" -> list(caseId, ApplicantLists.Kind.EXTENDED);
            default -> throw new IllegalArgumentException("Not a record of applications: " + documentCode);
        };
    }

    private ArchiveRecord application(ApplicationInfo application) {
        Vacancy vacancy = vacancies.get(application.caseId());
        var files = new ArrayList<ArchiveRecord.File>();
        files.add(new ArchiveRecord.File("soknad.pdf", "application/pdf", render(application, vacancy)));
        for (var info : documents.of(application.id())) {
            if (ApplicationDocuments.isSentByApplicant(info.kind())) {
                documents
                        .find(info.id())
                        .map(document ->
                                new ArchiveRecord.File(info.fileName(), info.contentType(), document.content()))
                        .ifPresent(files::add);
            }
        }
        String corrected = applications.correctedAt(application.id()).isPresent() ? " (rettet)" : "";
        return new ArchiveRecord(
                "Søknad fra %s – %s%s".formatted(application.applicantName(), vacancy.title(), corrected),
                "Søknad – %s%s".formatted(vacancy.title(), corrected),
                ArchiveRecord.Kind.INCOMING,
                List.copyOf(files));
    }

    private byte[] render(ApplicationInfo application, Vacancy vacancy) {
        var model = new HashMap<String, Object>();
        model.put("application", application);
        model.put("vacancy", vacancy);
        model.put(
                "municipality",
                municipalities.get(application.caseId().tenantId()).name());
        model.put("caseNumber", application.caseId().caseNumber());
        model.put("received", OsloTime.dateAndTime(application.receivedAt()));
        model.put("documentDate", application.receivedAt());
        model.put(
                "attachments",
                documents.of(application.id()).stream()
                        .filter(info -> ApplicationDocuments.isSentByApplicant(info.kind()))
                        .map(info -> info.fileName())
                        .toList());
        return pdf.render("application", application.caseId(), model);
    }

    private Optional<ArchiveRecord> list(CaseId caseId, ApplicantLists.Kind kind) {
        return lists.newestDocument(caseId, kind).map(document -> {
            String title =
                    "%s – %s".formatted(kind.title(), vacancies.get(caseId).title());
            return new ArchiveRecord(
                    title,
                    title,
                    ArchiveRecord.Kind.NOTE,
                    List.of(new ArchiveRecord.File(
                            document.info().fileName(), document.info().contentType(), document.content())));
        });
    }
}
