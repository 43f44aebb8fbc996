package no.rodtraad.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Uses the embedded database where none is configured. One server per folder and JVM, one database per application context. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(EmbeddedDatabaseByDefault.EMBEDDED)
class EmbeddedDatabaseConfiguration {

    private static final Map<Path, EmbeddedDatabase> SHARED = new ConcurrentHashMap<>();

    /** Closed after everything that uses it, because it is created before. */
    @Bean
    EmbeddedServer embeddedServer(
            @Value("${rodtraad.database.folder:data/postgresql}") Path folder,
            @Value("${rodtraad.database.shared-by-tests:false}") boolean sharedByTests) {
        if (!sharedByTests) {
            EmbeddedDatabase database = EmbeddedDatabase.start(folder, true);
            return new EmbeddedServer(database, database);
        }
        EmbeddedDatabase database = SHARED.computeIfAbsent(folder.toAbsolutePath(), path -> {
            EmbeddedDatabase started = EmbeddedDatabase.start(path, false);
            // after every context has closed; a hook of our own would run beside them, and they would wait for the pool
            SpringApplication.getShutdownHandlers().add(() -> {
                try {
                    started.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return started;
        });
        return new EmbeddedServer(database, () -> {});
    }

    @Bean
    DataSource dataSource(EmbeddedServer server, @Value("${rodtraad.database.name:rodtraad}") String name) {
        server.database().dataSource(name);
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.database().jdbcUrl(name));
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(20);
        pool.setPoolName("rodtraad");
        return pool;
    }

    record EmbeddedServer(EmbeddedDatabase database, AutoCloseable closing) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            closing.close();
        }
    }
}
