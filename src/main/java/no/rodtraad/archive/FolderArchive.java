package no.rodtraad.archive;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.rodtraad.document.Norwegian;
import no.rodtraad.document.Sha256;
import no.rodtraad.hiring.CaseAnswers;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the records in folders and a journal of them in the database. The folder is written before the transaction
 * commits; a record whose transaction was rolled back is recognised by its key when the step is tried again.
 */
@Service
class FolderArchive implements Archive {

    private final JdbcClient database;
    private final ArchiveFolder folder;
    private final ObjectProvider<RecordSource> sources;
    private final FormRecords formRecords;
    private final HiringCases cases;
    private final CaseAnswers answers;
    private final Applicants applicants;
    private final ArchiveAdapters adapters;
    private final Clock clock;

    FolderArchive(
            JdbcClient database,
            ArchiveFolder folder,
            ObjectProvider<RecordSource> sources,
            FormRecords formRecords,
            HiringCases cases,
            CaseAnswers answers,
            Applicants applicants,
            ArchiveAdapters adapters,
            Clock clock) {
        this.database = database;
        this.folder = folder;
        this.sources = sources;
        this.formRecords = formRecords;
        this.cases = cases;
        this.answers = answers;
        this.applicants = applicants;
        this.adapters = adapters;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ArchivedRecord archive(
            String externalKey, String documentCode, CaseId caseId, @Nullable ApplicationId applicationId) {
        return tryArchive(externalKey, documentCode, caseId, applicationId)
                .orElseThrow(() -> new NothingToArchive(DocumentType.of(documentCode), caseId));
    }

    /**
     * As {@link #archive}, but empty where there is nothing to archive yet. With the contract, the application that led to it
     * comes into the personnel file too.
     */
    @Transactional
    public Optional<ArchivedRecord> tryArchive(
            String externalKey, String documentCode, CaseId caseId, @Nullable ApplicationId given) {
        DocumentType type = DocumentType.of(documentCode);
        lock(caseId);
        Optional<ArchivedRecord> before = find(externalKey);
        if (before.isPresent()) {
            return before;
        }
        @Nullable ApplicationId applicationId = about(type, caseId, given);
        Optional<ArchivedRecord> archived = make(type, caseId, applicationId)
                .map(record -> keep(externalKey, type, caseId, applicationId, type.isInPersonnelFile(), record));
        if (type == DocumentType.D25 && applicationId != null && archived.isPresent()) {
            make(DocumentType.D08, caseId, applicationId)
                    .ifPresent(application ->
                            keep(externalKey + ":D08", DocumentType.D08, caseId, applicationId, true, application));
        }
        return archived;
    }

    @Override
    @Transactional
    public ArchivedRecord keep(
            String externalKey,
            String documentCode,
            CaseId caseId,
            @Nullable ApplicationId applicationId,
            ArchiveRecord record) {
        DocumentType type = DocumentType.of(documentCode);
        lock(caseId);
        return find(externalKey)
                .orElseGet(() -> keep(externalKey, type, caseId, applicationId, type.isInPersonnelFile(), record));
    }

    /** One writer per case at a time, so that journal numbers have no gaps and no doubles. */
    void lock(CaseId caseId) {
        database.sql("select id from hiring_cases where id = :case for no key update")
                .param("case", caseId.value())
                .query(String.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ArchivedRecord> ofCase(CaseId caseId) {
        return database.sql("select * from archive_records where case_id = :case order by journal_number")
                .param("case", caseId.value())
                .query((row, number) -> record(row))
                .list();
    }

    /** The person a record is about; in the case's own steps that is the one who was offered the position. */
    private @Nullable ApplicationId about(DocumentType type, CaseId caseId, @Nullable ApplicationId given) {
        if (!type.isAboutOnePerson() && !type.isInPersonnelFile()) {
            return null;
        }
        if (given != null || type.isForEveryApplicant()) {
            return given;
        }
        return offered(caseId).orElse(null);
    }

    private Optional<ApplicationId> offered(CaseId caseId) {
        return answers.newest(caseId, null, "make-offer")
                .flatMap(offer -> offer.answers().stream()
                        .filter(answer -> answer.fieldKey().equals("offeredApplication"))
                        .findFirst())
                .map(answer -> ApplicationId.of(answer.value().toString()));
    }

    private Optional<ArchiveRecord> make(DocumentType type, CaseId caseId, @Nullable ApplicationId applicationId) {
        List<RecordSource> claiming = sources.orderedStream()
                .filter(source -> source.documentCodes().contains(type.name()))
                .toList();
        if (claiming.size() > 1) {
            throw new IllegalStateException("%s is made by more than one feature: %s".formatted(type, claiming));
        }
        return claiming.isEmpty()
                ? formRecords.make(type, caseId, applicationId)
                : claiming.get(0).record(type.name(), caseId, applicationId);
    }

    private ArchivedRecord keep(
            String externalKey,
            DocumentType type,
            CaseId caseId,
            @Nullable ApplicationId applicationId,
            boolean inPersonnelFile,
            ArchiveRecord record) {
        boolean personnel = inPersonnelFile && applicationId != null;
        String parent =
                applicationId != null && inPersonnelFile ? personnelFolder(caseId, applicationId) : caseFolder(caseId);
        String fingerprint = fingerprint(record);
        List<ArchivedRecord> known = ofCase(caseId);
        List<ArchiveFolder.Held> unknown = unknown(caseId, parent, known);
        Instant now = clock.instant();
        Optional<ArchiveFolder.Held> own = unknown.stream()
                .filter(held -> held.externalKey().equals(externalKey))
                .findFirst();
        ArchivedRecord archived;
        if (own.isPresent()) {
            if (!own.get().fingerprint().equals(fingerprint)) {
                throw new ArchiveConflict(own.get().folder());
            }
            archived = archived(
                    externalKey,
                    type,
                    caseId,
                    applicationId,
                    record,
                    own.get().journalNumber(),
                    own.get().folder(),
                    fingerprint,
                    now);
        } else {
            int number = 1
                    + IntStream.concat(
                                    known.stream().mapToInt(ArchivedRecord::journalNumber),
                                    unknown.stream().mapToInt(ArchiveFolder.Held::journalNumber))
                            .max()
                            .orElse(0);
            String place = "%s/%03d-%s".formatted(parent, number, type.name());
            folder.write(
                    place,
                    externalKey,
                    fingerprint,
                    contents(externalKey, type, caseId, applicationId, record, number, personnel, now));
            archived = archived(externalKey, type, caseId, applicationId, record, number, place, fingerprint, now);
        }
        insert(archived);
        adapters.of(caseId.tenantId()).accept(archived);
        return archived;
    }

    /** What was written for this case, also in the personnel file that belongs to it, without ever being committed. */
    private List<ArchiveFolder.Held> unknown(CaseId caseId, String parent, List<ArchivedRecord> known) {
        Set<String> places = known.stream().map(ArchivedRecord::folder).collect(Collectors.toSet());
        Set<String> parents = new LinkedHashSet<>();
        parents.add(parent);
        parents.add(caseFolder(caseId));
        offered(caseId).ifPresent(hired -> parents.add(personnelFolder(caseId, hired)));
        return parents.stream()
                .flatMap(one -> folder.unknown(one, places).stream())
                .toList();
    }

    private static String caseFolder(CaseId caseId) {
        return caseId.tenantId() + "/" + caseId.caseNumber();
    }

    private static String personnelFolder(CaseId caseId, ApplicationId applicationId) {
        return caseId.tenantId() + "/personal/" + applicationId;
    }

    private List<ArchiveFolder.Content> contents(
            String externalKey,
            DocumentType type,
            CaseId caseId,
            @Nullable ApplicationId applicationId,
            ArchiveRecord record,
            int number,
            boolean personnel,
            Instant now) {
        List<ArchiveFolder.Content> contents = new ArrayList<>();
        List<ArkivmeldingXml.StoredFile> files = new ArrayList<>();
        for (ArchiveRecord.File file : record.files()) {
            String storedName = "%02d-%s".formatted(files.size() + 1, FileNames.safe(file.fileName()));
            contents.add(new ArchiveFolder.Content(storedName, file.content()));
            files.add(new ArkivmeldingXml.StoredFile(
                    storedName,
                    file.fileName(),
                    file.contentType(),
                    isPdfA(file),
                    file.content().length,
                    Sha256.of(file.content())));
        }
        @Nullable
        String name =
                applicationId == null ? null : applicants.nameOf(applicationId).orElse(null);
        byte[] message = ArkivmeldingXml.write(
                mainFolder(caseId, applicationId, name, personnel),
                new ArkivmeldingXml.Entry(externalKey, caseId, number, type, record, name, now, files));
        contents.add(new ArchiveFolder.Content(ArchiveFolder.MESSAGE, message));
        return contents;
    }

    private ArkivmeldingXml.Folder mainFolder(
            CaseId caseId, @Nullable ApplicationId applicationId, @Nullable String name, boolean personnel) {
        HiringCase hiring = cases.get(caseId);
        LocalDate date = LocalDate.ofInstant(hiring.reportedAt(), Norwegian.ZONE);
        if (personnel) {
            return new ArkivmeldingXml.Folder(
                    caseId.tenantId() + ":personal:" + applicationId,
                    name == null ? "Personalmappe" : "Personalmappe – " + name,
                    "Personalmappe",
                    true,
                    date);
        }
        String title = "Ansettelsessak " + caseId.caseNumber() + " – " + hiring.title() + ", " + hiring.workplace();
        return new ArkivmeldingXml.Folder(caseId.value(), title, title, false, date);
    }

    private static boolean isPdfA(ArchiveRecord.File file) {
        return file.contentType().equals("application/pdf")
                && new String(file.content(), StandardCharsets.ISO_8859_1).contains("pdfaid:part");
    }

    private static String fingerprint(ArchiveRecord record) {
        StringBuilder all = new StringBuilder();
        all.append(record.kind())
                .append('\n')
                .append(record.title())
                .append('\n')
                .append(record.publicTitle());
        for (ArchiveRecord.File file : record.files()) {
            all.append('\n').append(file.fileName()).append('\n').append(Sha256.of(file.content()));
        }
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<ArchivedRecord> find(String externalKey) {
        return database.sql("select * from archive_records where external_key = :key")
                .param("key", externalKey)
                .query((row, number) -> record(row))
                .optional();
    }

    private void insert(ArchivedRecord record) {
        @Nullable ApplicationId applicationId = record.applicationId();
        database.sql("""
                        insert into archive_records (external_key, tenant_id, case_id, application_id, document_code, title,
                                                     journal_number, folder, sha256, message_sha256, archived_at)
                        values (:key, :tenant, :case, :application, :code, :title, :number, :folder, :sha256, :message, :at)""")
                .param("key", record.externalKey())
                .param("tenant", record.caseId().tenantId())
                .param("case", record.caseId().value())
                .param("application", applicationId == null ? null : applicationId.value(), Types.OTHER)
                .param("code", record.documentCode())
                .param("title", record.title())
                .param("number", record.journalNumber())
                .param("folder", record.folder())
                .param("sha256", record.sha256())
                .param("message", Sha256.of(folder.read(record.folder(), ArchiveFolder.MESSAGE)))
                .param("at", Timestamp.from(record.archivedAt()))
                .update();
    }

    private static ArchivedRecord archived(
            String externalKey,
            DocumentType type,
            CaseId caseId,
            @Nullable ApplicationId applicationId,
            ArchiveRecord record,
            int number,
            String place,
            String fingerprint,
            Instant now) {
        return new ArchivedRecord(
                externalKey, caseId, applicationId, type.name(), record.title(), number, place, fingerprint, now);
    }

    private static ArchivedRecord record(ResultSet row) throws SQLException {
        @Nullable UUID application = row.getObject("application_id", UUID.class);
        return new ArchivedRecord(
                row.getString("external_key"),
                new CaseId(row.getString("case_id")),
                application == null ? null : new ApplicationId(application),
                row.getString("document_code"),
                row.getString("title"),
                row.getInt("journal_number"),
                row.getString("folder"),
                row.getString("sha256"),
                row.getTimestamp("archived_at").toInstant());
    }
}
