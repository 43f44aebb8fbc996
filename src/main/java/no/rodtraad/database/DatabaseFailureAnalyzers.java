package no.rodtraad.database;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/** One clear sentence and what to do, for each way the database or the port can stop a start. */
final class DatabaseFailureAnalyzers {

    private DatabaseFailureAnalyzers() {}

    static final class EmbeddedUnusable extends AbstractFailureAnalyzer<EmbeddedDatabaseUnusable> implements Ordered {
        @Override
        protected FailureAnalysis analyze(Throwable root, EmbeddedDatabaseUnusable cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    static final class DemoOnRealDatabase extends AbstractFailureAnalyzer<DemoNeedsEmbeddedDatabase> {
        @Override
        protected FailureAnalysis analyze(Throwable root, DemoNeedsEmbeddedDatabase cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()),
                    "Fjern spring.datasource.url for å prøve demoen, eller fjern profilen «demo».",
                    cause);
        }
    }

    static final class PostgresRefuses extends AbstractFailureAnalyzer<PSQLException> implements Ordered {
        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, PSQLException cause) {
            String state = String.valueOf(cause.getSQLState());
            return switch (state) {
                case "08001", "08006", "08004" ->
                    new FailureAnalysis(
                            "Databasen svarer ikke: " + cause.getMessage(),
                            "Kontroller at PostgreSQL kjører, og at spring.datasource.url peker på riktig tjener og port.",
                            cause);
                case "28P01", "28000" ->
                    new FailureAnalysis(
                            "Databasen godtok ikke brukernavnet eller passordet: " + cause.getMessage(),
                            "Kontroller spring.datasource.username og spring.datasource.password.",
                            cause);
                case "3D000" ->
                    new FailureAnalysis(
                            "Databasen finnes ikke: " + cause.getMessage(),
                            "Opprett den (create database …), eller rett spring.datasource.url.",
                            cause);
                default -> null;
            };
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    static final class PortInUse extends AbstractFailureAnalyzer<PortInUseException> implements Ordered {
        @Override
        protected FailureAnalysis analyze(Throwable root, PortInUseException cause) {
            return new FailureAnalysis(
                    "Port " + cause.getPort() + " er opptatt av et annet program.",
                    "Stopp det andre programmet, eller start på en annen port: --server.port=<port>.",
                    cause);
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }
}
