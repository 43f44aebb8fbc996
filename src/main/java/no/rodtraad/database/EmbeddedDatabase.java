package no.rodtraad.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that keeps its data in a folder, for trying Rød tråd and for tests. It listens on loopback and trusts
 * every local user, so it is no place for real applicants.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts the server, or takes up the data that a killed process left.
     *
     * @param lasting whether what is committed must survive a power failure
     * @throws EmbeddedDatabaseUnusable when another process uses the folder, or the server cannot start
     */
    static EmbeddedDatabase start(Path folder, boolean lasting) {
        Path data = folder.toAbsolutePath().resolve("data");
        try {
            Files.createDirectories(data);
            refuseIfInUse(folder, data.resolve("epg-lock"));
            stopOrphan(data.resolve("postmaster.pid"));
            return new EmbeddedDatabase(EmbeddedPostgres.builder()
                    .setDataDirectory(data.toFile())
                    .setOverrideWorkingDirectory(
                            folder.toAbsolutePath().resolve("bin").toFile())
                    .setCleanDataDirectory(false)
                    // zonky switches durability off for tests; these come later on the command line and win
                    .setServerConfig("fsync", lasting ? "on" : "off")
                    .setServerConfig("synchronous_commit", lasting ? "on" : "off")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "100")
                    // the job executor's poll is slower compiled than run (performance measured without jit)
                    .setServerConfig("jit", "off")
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(START_WAIT)
                    .start());
        } catch (IOException | IllegalStateException e) {
            throw new EmbeddedDatabaseUnusable(
                    "Den innebygde databasen i " + folder.toAbsolutePath() + " kunne ikke starte: " + e.getMessage(),
                    "Se etter feil fra PostgreSQL i loggen over. Kjører du som root i en container uten tilgang til"
                            + " «unshare», så start som en vanlig bruker. Ellers kan du bruke en egen PostgreSQL: sett"
                            + " spring.datasource.url, spring.datasource.username og spring.datasource.password.",
                    e);
        }
    }

    DataSource dataSource(String database) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!database.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException("Not a database name: " + database);
            }
            try (ResultSet found =
                    statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
                if (found.next()) {
                    return postgres.getDatabase("postgres", database);
                }
            }
            statement.execute("create database " + database);
            return postgres.getDatabase("postgres", database);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not open database " + database, e);
        }
    }

    String jdbcUrl(String database) {
        return postgres.getJdbcUrl("postgres", database);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static void refuseIfInUse(Path folder, Path lockFile) throws IOException {
        if (!Files.exists(lockFile)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw inUse(folder, null);
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(folder, e);
        }
    }

    private static EmbeddedDatabaseUnusable inUse(Path folder, @org.jspecify.annotations.Nullable Exception cause) {
        return new EmbeddedDatabaseUnusable(
                "Databasemappen " + folder.toAbsolutePath() + " er i bruk av en annen kjørende Rød tråd.",
                "Stopp den andre, eller start denne med en egen mappe: --rodtraad.database.folder=<mappe>"
                        + " --server.port=<port>.",
                cause);
    }

    /** A JVM that was killed leaves its server running; the next start must neither adopt it nor wait for it. */
    private static void stopOrphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return;
        }
        long pid = Long.parseLong(lines.get(0).trim());
        ProcessHandle orphan = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .orElse(null);
        if (orphan == null) {
            return;
        }
        LOG.info("Stopper PostgreSQL (prosess {}) som en tidligere kjøring etterlot", pid);
        orphan.destroy();
        try {
            orphan.onExit().get(START_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for process " + pid, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Process " + pid + " did not stop", e);
        }
    }
}
