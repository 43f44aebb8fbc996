package no.rodtraad.archive;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real PostgreSQL with our tables and one open case in it. */
public final class TestDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final DataSource dataSource;

    public TestDatabase() {
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dataSource = server.getPostgresDatabase();
        Flyway.configure().dataSource(dataSource).load().migrate();
        client().sql("""
                        insert into hiring_cases (id, tenant_id, case_number, title, occupational_group, workplace,
                                                  reported_by, reported_at, state)
                        values (:id, 'eksempelvik', '2026-0001', 'Barnehagelærer', 'kindergartenTeacher',
                                'Solbakken barnehage', 'manager1', now(), 'OPEN')""").param("id", InMemoryCase.ID.value()).update();
    }

    /** For another process on this machine. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    public JdbcClient client() {
        return JdbcClient.create(dataSource);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions());
    }

    public PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(dataSource);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
