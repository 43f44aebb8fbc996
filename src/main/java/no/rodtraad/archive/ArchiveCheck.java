package no.rodtraad.archive;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares what lies in the archive's folder with what was archived. The journal in the database knows the SHA-256 of each
 * {@code arkivmelding.xml}, and that knows the SHA-256 of each document. The sentences name places and nobody.
 */
@Component
class ArchiveCheck {

    private static final String RECORDS = "select folder, message_sha256 from archive_records ";

    private final JdbcClient database;
    private final ArchiveFolder folder;

    ArchiveCheck(JdbcClient database, ArchiveFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    /** @param messageSha256 null for records from before it was kept: their documents are compared, the message is not */
    private record Kept(String folder, @Nullable String messageSha256) {}

    /** @param damages one sentence for each file */
    record Result(int records, List<String> damages) {}

    Result ofAll() {
        return check(database.sql(RECORDS + "order by folder"));
    }

    Result ofCase(CaseId caseId) {
        return check(database.sql(RECORDS + "where case_id = :case order by journal_number")
                .param("case", caseId.value()));
    }

    private Result check(JdbcClient.StatementSpec records) {
        List<Kept> kept = records.query(
                        (row, number) -> new Kept(row.getString("folder"), row.getString("message_sha256")))
                .list();
        return new Result(
                kept.size(),
                kept.stream().flatMap(this::damages).map(ArchiveCheck::sentence).toList());
    }

    private Stream<ArchiveFolder.Damage> damages(Kept record) {
        @Nullable String sha256 = record.messageSha256();
        Optional<ArchiveFolder.Damage> damage =
                sha256 == null ? Optional.empty() : folder.damage(record.folder(), ArchiveFolder.MESSAGE, sha256);
        return damage.isPresent() ? damage.stream() : documents(record);
    }

    private Stream<ArchiveFolder.Damage> documents(Kept record) {
        Arkivmelding message;
        try {
            message = Arkivmelding.read(folder.read(record.folder(), ArchiveFolder.MESSAGE));
        } catch (UncheckedIOException | IllegalStateException e) {
            return Stream.of(new ArchiveFolder.Damage(record.folder(), ArchiveFolder.MESSAGE, true, null));
        }
        return message.documents().stream()
                .flatMap(document -> folder.damage(record.folder(), document.file(), document.sha256()).stream());
    }

    /** Without the rest of a document's name, which the applicant may have chosen. */
    private static String sentence(ArchiveFolder.Damage damage) {
        String name = damage.name().equals(ArchiveFolder.MESSAGE)
                ? ArchiveFolder.MESSAGE
                : "Fil " + damage.name().split("-", 2)[0];
        @Nullable String whole = damage.whole();
        return "%s i %s %s. %s"
                .formatted(
                        name,
                        damage.folder(),
                        damage.there() ? "er ikke den som ble arkivert" : "er borte",
                        whole == null
                                ? "Hent mappen fra en sikkerhetskopi."
                                : "En hel kopi ligger i objects/%s/%s."
                                        .formatted(whole.substring(0, 2), whole.substring(2)));
    }
}
