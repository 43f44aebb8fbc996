package no.rodtraad.variant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.rodtraad.process.CaseHistory;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DrawnProcesses;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.ProcessVersions;
import no.rodtraad.process.ProcessVersions.Deployer;
import no.rodtraad.process.ReleaseRefused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions that are tried for a time, and then kept or gone back from. */
@Service
public class Trials {

    private final TrialStore store;
    private final ProcessVersions versions;
    private final DrawnProcesses drawn;
    private final CaseHistory history;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Trials(
            TrialStore store,
            ProcessVersions versions,
            DrawnProcesses drawn,
            CaseHistory history,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.versions = versions;
        this.drawn = drawn;
        this.history = history;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The trial of the version that the case began under, if that version is or was tried. */
    public Optional<Trial> ofCase(CaseId caseId) {
        return store.ofTenant(caseId.tenantId()).isEmpty()
                ? Optional.empty()
                : history.begunUnder(caseId).flatMap(store::newestOf);
    }

    /** The trials that are over and that nobody has concluded, oldest first. */
    public List<Trial> overdue(Collection<String> tenants) {
        return store.overdue(tenants, today()).stream().filter(this::isThere).toList();
    }

    /** An administrator may have deleted the version from the engine. */
    private boolean isThere(Trial trial) {
        return drawn.versions(trial.tenantId()).stream()
                .anyMatch(version -> version.id().equals(trial.versionId()));
    }

    LocalDate today() {
        return OsloTime.dayOf(clock.instant());
    }

    /** Newest first. */
    List<Trial> ofTenant(String tenantId) {
        return store.ofTenant(tenantId);
    }

    Optional<Trial> newestOf(String versionId) {
        return store.newestOf(versionId);
    }

    void begin(String tenantId, String versionId, String purpose, LocalDate lastDay, String userId) {
        store.begin(tenantId, versionId, purpose, lastDay, userId);
    }

    /** @return false when it was concluded already */
    boolean keep(String versionId, String conclusion, String userId) {
        return store.conclude(versionId, conclusion, true, userId);
    }

    /**
     * Goes back to another version with the conclusion as the reason, or does nothing at all.
     *
     * @return false when it was concluded already
     * @throws ReleaseRefused when the rules refuse the other version
     */
    boolean goBack(String tenantId, String versionId, String to, String conclusion, Deployer by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean concluded = store.conclude(versionId, conclusion, false, by.userId());
            if (concluded) {
                versions.goBack(tenantId, to, conclusion, by);
            }
            return concluded;
        }));
    }
}
