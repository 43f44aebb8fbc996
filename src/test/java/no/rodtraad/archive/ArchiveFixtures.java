package no.rodtraad.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import no.rodtraad.document.DocumentFixtures;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.process.Municipalities;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The package's own implementations, for tests of those who use them. */
public final class ArchiveFixtures {

    private ArchiveFixtures() {}

    /** Keeps records in the folder and nowhere else. */
    public static Archive inFolder(
            Path root,
            JdbcClient database,
            InMemoryCase hiring,
            Municipalities municipalities,
            Clock clock,
            RecordSource... sources) {
        StaffDirectory staff = Mockito.mock(StaffDirectory.class);
        FormRecords forms = new FormRecords(
                hiring,
                hiring.cases(),
                hiring,
                InMemoryCase.provider(),
                municipalities,
                staff,
                new OptionLabels(staff),
                DocumentFixtures.renderer());
        return new FolderArchive(
                database,
                new ArchiveFolder(root),
                InMemoryCase.provider(sources),
                forms,
                hiring.cases(),
                hiring,
                hiring,
                new ArchiveAdapters(
                        InMemoryCase.provider(new FolderAdapter()), (tenant, capability) -> FolderAdapter.ID),
                clock);
    }

    public static JavaDelegate archiveDocument(Archive archive) {
        return new ArchiveDocument(archive);
    }

    /** One sentence for each file that is not as it was archived. */
    public static List<String> damages(Path root, JdbcClient database) {
        return new ArchiveCheck(database, new ArchiveFolder(root)).ofAll().damages();
    }
}
