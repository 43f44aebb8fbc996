package no.rodtraad.archive;

import java.util.List;
import java.util.Set;
import no.rodtraad.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends what was kept before there was an archive system. */
@Component
class ReplayArchive {

    private final JdbcClient database;
    private final FolderArchive archive;
    private final ArchiveAdapters adapters;

    ReplayArchive(JdbcClient database, FolderArchive archive, ArchiveAdapters adapters) {
        this.database = database;
        this.archive = archive;
        this.adapters = adapters;
    }

    /**
     * Sets every record that is in the folder and nowhere else on its way. The same again does nothing more.
     *
     * @param adapter id of an adapter that sends records somewhere
     * @return how many records are on their way
     * @throws ReplayRefused when records cannot be sent that way
     */
    @Transactional
    public int into(String adapter) {
        ArchiveAdapter way = adapters.find(adapter)
                .orElseThrow(
                        () -> new ReplayRefused("Arkivet «%s» finnes ikke i denne installasjonen.".formatted(adapter)));
        if (adapter.equals(FolderAdapter.ID)) {
            throw new ReplayRefused("Til «%s» kan ingenting overføres: alt ligger der fra før.".formatted(adapter));
        }
        way.unusableBecause().ifPresent(reason -> {
            throw notYet(adapter, reason);
        });
        Set<String> kept = database.sql("""
                        select external_key from archive_records
                        where not exists (select 1 from archive_receipts
                                          where archive_receipts.external_key = archive_records.external_key)""").query(String.class).set();
        database.sql("select id from hiring_cases where id in (select case_id from archive_records) order by id")
                .query(String.class)
                .list()
                .forEach(id -> replay(new CaseId(id), kept, way));
        return kept.size();
    }

    private static ReplayRefused notYet(String adapter, String reason) {
        return new ReplayRefused("Til «%s» kan ingenting overføres ennå. %s".formatted(adapter, reason));
    }

    private void replay(CaseId caseId, Set<String> kept, ArchiveAdapter way) {
        archive.lock(caseId);
        List<ArchivedRecord> records = archive.ofCase(caseId).stream()
                .filter(record -> kept.contains(record.externalKey()))
                .toList();
        if (!records.isEmpty()) {
            way.unusableBecause(caseId.tenantId()).ifPresent(reason -> {
                throw notYet(way.id(), reason);
            });
        }
        records.forEach(way::accept);
    }
}
