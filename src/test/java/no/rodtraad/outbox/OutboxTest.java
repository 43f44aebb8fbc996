package no.rodtraad.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Utboksen")
@SpringJUnitConfig(OutboxTest.Context.class)
class OutboxTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxRelay relay;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactionManager;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Receiver receiver;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("delete from outbox").update();
        jdbc.sql("delete from case_number_series").update();
        clock.now = START;
        receiver.reset();
    }

    @Test
    void carriesOutAnEffectOncePerKey() {
        put("a");
        put("a");

        assertThat(relay.deliverDue()).isEqualTo(1);
        put("a");
        assertThat(relay.deliverDue()).isZero();
        assertThat(receiver.received).containsExactly("a");
        assertThat(state("a")).isEqualTo("DONE");
    }

    @Test
    void handsTheHandlerWhatWasPut() {
        var entry = new Outbox.Entry(
                "a",
                "TEST",
                "eksempelvik",
                "eksempelvik-2026-0001",
                "3f0c6a51-9a35-4c57-8e9c-6d7c24a1b001",
                Map.of("messageId", "æøå", "count", 3));
        inTransaction(() -> outbox.put(entry));

        relay.deliverDue();

        assertThat(receiver.lastEntry).isEqualTo(entry);
    }

    @Test
    void takesNoEffectOutsideATransaction() {
        assertThatThrownBy(() -> outbox.put(entry("a", "TEST"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void forgetsTheEffectOfATransactionThatIsRolledBack() {
        new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
            outbox.put(entry("a", "TEST"));
            status.setRollbackOnly();
        });

        assertThat(relay.deliverDue()).isZero();
    }

    @Test
    void refusesAKindThatNobodyCarriesOut() {
        assertThatThrownBy(() -> inTransaction(() -> outbox.put(entry("a", "PIGEON"))))
                .hasMessageContaining("No outbox handler carries out 'PIGEON'");
    }

    @Test
    void triesAgainAfterLongerAndLongerWaitsAndGivesUpAfterTheLast() {
        receiver.answer = entry -> {
            throw new IllegalStateException("no answer for kari@example.no\nDetail: secret");
        };
        put("a");

        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            relay.deliverDue();
            Instant next = nextTry("a");
            waits.add(Duration.between(clock.now, next));
            clock.now = next.minusSeconds(1);
            assertThat(relay.deliverDue()).isZero();
            clock.now = next;
        }
        assertThat(waits)
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(4),
                        Duration.ofHours(12));
        assertThat(state("a")).isEqualTo("NEW");
        assertThat(lastError("a")).isEqualTo("java.lang.IllegalStateException: no answer for …@…");

        relay.deliverDue();

        assertThat(state("a")).isEqualTo("DEAD");
        assertThat(receiver.calls).hasValue(7);
        assertThat(receiver.givenUp).containsExactly("a");
        clock.now = clock.now.plus(Duration.ofDays(1));
        relay.deliverDue();
        assertThat(receiver.calls).hasValue(7);
    }

    @Test
    void undoesWhatAFailedHandlerWroteAndRemembersTheNextTry() {
        receiver.answer = entry -> {
            writeSomething();
            throw new java.io.IOException("connection lost");
        };
        put("a");

        relay.deliverDue();

        assertThat(whatWasWritten()).isZero();
        assertThat(lastError("a")).isEqualTo("java.io.IOException: connection lost");
        receiver.answer = entry -> writeSomething();
        clock.now = nextTry("a");
        assertThat(relay.deliverDue()).isEqualTo(1);
        assertThat(whatWasWritten()).isEqualTo(1);
    }

    @Test
    void survivesAHandlerWhoseStatementTheDatabaseRefuses() {
        receiver.answer =
                entry -> jdbc.sql("select no_such_column from outbox").query().listOfRows();
        put("a");

        relay.deliverDue();

        assertThat(state("a")).isEqualTo("NEW");
        assertThat(nextTry("a")).isEqualTo(START.plus(Duration.ofMinutes(1)));
    }

    @Test
    void survivesAHandlerThatMarksItsTransactionForRollback() {
        receiver.answer = entry -> new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
            writeSomething();
            throw new IllegalStateException("an engine command failed");
        });
        put("a");
        put("b");

        relay.deliverDue();

        assertThat(whatWasWritten()).isZero();
        assertThat(List.of(nextTry("a"), nextTry("b"))).containsOnly(START.plus(Duration.ofMinutes(1)));
    }

    @Test
    void goesOnWithTheRestWhenOneFails() {
        receiver.answer = entry -> {
            if (entry.id().equals("a")) {
                throw new IllegalStateException("broken");
            }
        };
        put("a");
        put("b");

        assertThat(relay.deliverDue()).isEqualTo(1);
        assertThat(state("b")).isEqualTo("DONE");
    }

    @Test
    void carriesOutInTheSameRoundWhatAHandlerPuts() {
        receiver.answer = entry -> {
            if (entry.id().equals("a")) {
                outbox.put(entry("b", "TEST"));
            }
        };
        put("a");

        assertThat(relay.deliverDue()).isEqualTo(2);
    }

    @Test
    void givesUpAtOnceWhatWillNeverSucceed() {
        receiver.answer = entry -> {
            throw new OutboxHandler.PermanentFailure("no such mailbox", new IllegalStateException());
        };
        put("a");

        relay.deliverDue();

        assertThat(state("a")).isEqualTo("DEAD");
        assertThat(receiver.givenUp).containsExactly("a");
    }

    @Test
    void remembersThatItGaveUpEvenWhenNobodyCanBeTold() {
        receiver.answer = entry -> {
            throw new OutboxHandler.PermanentFailure("no such mailbox", new IllegalStateException());
        };
        receiver.tellingFails = true;
        put("a");

        relay.deliverDue();

        assertThat(state("a")).isEqualTo("DEAD");
        assertThat(lastError("a")).contains("no such mailbox").contains("cannot be told");
    }

    @Test
    void waitsForAReceiverThatIsNotReadyWithoutCountingAFailure() {
        receiver.answer = entry -> {
            throw new OutboxHandler.NotYet("the journey does not wait for it");
        };
        put("a");

        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            relay.deliverDue();
            waits.add(Duration.between(clock.now, nextTry("a")).toSeconds());
            clock.now = nextTry("a");
        }

        assertThat(waits).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);
        assertThat(tries("a")).isZero();
        clock.now = START.plus(Duration.ofDays(30));
        relay.deliverDue();
        assertThat(state("a")).isEqualTo("DEAD");
        assertThat(receiver.givenUp).containsExactly("a");
    }

    @Test
    void asksAReceiverThatIsNotReadyOnceARound() {
        receiver.answer = entry -> {
            clock.now = clock.now.plus(Duration.ofHours(1));
            throw new OutboxHandler.NotYet("later");
        };
        put("a");

        assertThat(relay.deliverDue()).isZero();
        assertThat(receiver.calls).hasValue(1);
    }

    @Test
    void letsTwoRelaysShareTheWorkWithoutDoingAnythingTwice() throws Exception {
        var bothAtWork = new CountDownLatch(2);
        receiver.answer = entry -> {
            bothAtWork.countDown();
            assertThat(bothAtWork.await(20, TimeUnit.SECONDS)).isTrue();
        };
        for (int i = 0; i < 20; i++) {
            put("entry-" + i);
        }

        var threads = Executors.newFixedThreadPool(2);
        try {
            var first = threads.submit(relay::deliverDue);
            var second = threads.submit(relay::deliverDue);
            assertThat(first.get(60, TimeUnit.SECONDS) + second.get(60, TimeUnit.SECONDS))
                    .isEqualTo(20);
        } finally {
            threads.shutdownNow();
        }

        assertThat(receiver.received).hasSize(20).doesNotHaveDuplicates();
    }

    private void put(String id) {
        inTransaction(() -> outbox.put(entry(id, "TEST")));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactionManager).executeWithoutResult(status -> work.run());
    }

    private static Outbox.Entry entry(String id, String kind) {
        return new Outbox.Entry(id, kind, "eksempelvik", null, null, Map.of());
    }

    private void writeSomething() {
        jdbc.sql("insert into case_number_series (tenant_id, year, last) values ('eksempelvik', 2026, 1)")
                .update();
    }

    private long whatWasWritten() {
        return jdbc.sql("select count(*) from case_number_series")
                .query(Long.class)
                .single();
    }

    private String state(String id) {
        return jdbc.sql("select state from outbox where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private String lastError(String id) {
        return jdbc.sql("select last_error from outbox where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private int tries(String id) {
        return jdbc.sql("select tries from outbox where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private Instant nextTry(String id) {
        return jdbc.sql("select next_try_at from outbox where id = ?")
                .param(id)
                .query((row, number) ->
                        row.getObject("next_try_at", OffsetDateTime.class).toInstant())
                .single();
    }

    interface Answer {
        void to(Outbox.Entry entry) throws Exception;
    }

    /** A receiver that does as the test says. */
    static class Receiver implements OutboxHandler {

        private final List<String> received = Collections.synchronizedList(new ArrayList<>());
        private final List<String> givenUp = new ArrayList<>();
        private final AtomicInteger calls = new AtomicInteger();
        private volatile Answer answer = entry -> {};
        private boolean tellingFails;
        private Outbox.Entry lastEntry = entry("none", "TEST");

        void reset() {
            received.clear();
            givenUp.clear();
            calls.set(0);
            answer = entry -> {};
            tellingFails = false;
        }

        @Override
        public String kind() {
            return "TEST";
        }

        @Override
        public void handle(Outbox.Entry entry) throws Exception {
            calls.incrementAndGet();
            answer.to(entry);
            lastEntry = entry;
            received.add(entry.id());
        }

        @Override
        public void givenUp(Outbox.Entry entry, String reason) {
            if (tellingFails) {
                throw new IllegalStateException("cannot be told");
            }
            givenUp.add(entry.id());
        }
    }

    static class MovableClock extends Clock {

        private volatile Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @EnableTransactionManagement
    @Import({JdbcOutbox.class, JdbcOutboxRelay.class, OutboxHandlers.class})
    static class Context {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.start();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            DataSource dataSource = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(dataSource).load().migrate();
            return dataSource;
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        ObjectMapper objectMapper() {
            return new ObjectMapper();
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        Receiver receiver() {
            return new Receiver();
        }
    }
}
