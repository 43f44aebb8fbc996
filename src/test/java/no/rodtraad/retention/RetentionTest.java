package no.rodtraad.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import no.rodtraad.archive.InMemoryCase;
import no.rodtraad.archive.TestDatabase;
import no.rodtraad.document.DocumentFixtures;
import no.rodtraad.document.Documents;
import no.rodtraad.link.LinkFixtures;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.process.ApplicationId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is kept long enough")
class RetentionTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final Instant ENDED = Instant.parse("2027-03-10T12:00:00Z");
    private static final Instant DURING = ENDED.minus(Duration.ofDays(20));
    private static final String CASE = InMemoryCase.ID.value();

    private final Documents documents = DocumentFixtures.documents(DATABASE.client(), Clock.systemUTC());

    @AfterAll
    static void close() throws IOException {
        DATABASE.close();
    }

    @BeforeEach
    void aCaseThatEnded() {
        for (String table : new String[] {
            "erasures",
            "applicant_lists",
            "messages",
            "form_submissions",
            "offers",
            "signatures",
            "contracts",
            "documents",
            "applications",
            "applicants",
            "staff_messages"
        }) {
            DATABASE.client().sql("delete from " + table).update();
        }
        sql("update hiring_cases set state = 'CLOSED', papers_erased_at = null, closed_at = '%s'".formatted(ENDED));
    }

    @Test
    void isDeletedOnTheDaySixMonthsAfterTheEndOfTheCaseForThoseWhoWereNotHired() {
        UUID rejected = applicant("REJECTED", true);
        UUID hired = applicant("HIRED", true);

        at("2027-09-10T11:00:00Z").eraseDue();
        assertThat(traces("Tenktsen")).as("the day before").isPositive();
        at("2027-09-11T11:00:00Z").eraseDue();

        assertThat(nameOf(rejected)).isEqualTo("Slettet søker");
        assertThat(nameOf(hired)).isEqualTo("Liv Tenktsen");
        assertThat(documents.of(new ApplicationId(rejected))).isEmpty();
        assertThat(documents.of(new ApplicationId(hired))).hasSize(2);
        assertThat(report()).isEqualTo("APPLICATION 1, FILE 2, FORM 1, MESSAGE 1");
    }

    @Test
    void leavesNoTraceOfAnybodyInOurTablesWhenAllPeriodsAreOver() {
        applicant("REJECTED", true);
        applicant("DECLINED", true);
        applicant("WITHDRAWN", true);
        applicant("HIRED", true);
        assertThat(traces("Tenktsen")).isGreaterThan(10);

        at("2028-04-01T11:00:00Z").eraseDue();

        assertThat(traces("Tenktsen")).isZero();
        assertThat(count("documents")).isZero();
        assertThat(count("applications")).as("shells stay and can be counted").isEqualTo(4);
    }

    @Test
    void staysWhenSomebodyHasHadNoAnswer() {
        UUID unanswered = applicant("REJECTED", false);

        at("2030-01-01T11:00:00Z").eraseDue();

        assertThat(nameOf(unanswered)).isEqualTo("Liv Tenktsen");
    }

    @Test
    void staysAsLongAsTheCaseIsOpen() {
        sql("update hiring_cases set state = 'OPEN', closed_at = null");
        UUID rejected = applicant("REJECTED", true);

        at("2030-01-01T11:00:00Z").eraseDue();

        assertThat(nameOf(rejected)).isEqualTo("Liv Tenktsen");
    }

    @Test
    void goesAtOnceWhenSomebodyHasWithdrawnAndAskedForIt() {
        sql("update hiring_cases set state = 'OPEN', closed_at = null");
        UUID withdrawn = applicant("WITHDRAWN", true);
        UUID rejected = applicant("REJECTED", true);
        UUID notAnswered = applicant("WITHDRAWN", false);
        Retention retention = at(DURING.toString());
        SecretLinks links = LinkFixtures.links(DATABASE.client(), clock(DURING));
        String token = links.create(Purpose.APPLICATION, withdrawn);

        retention.request(new ApplicationId(withdrawn));
        retention.request(new ApplicationId(rejected));
        retention.request(new ApplicationId(notAnswered));
        retention.eraseDue();

        assertThat(nameOf(withdrawn)).isEqualTo("Slettet søker");
        assertThat(nameOf(rejected)).as("the case goes on").isEqualTo("Liv Tenktsen");
        assertThat(nameOf(notAnswered)).as("the answer has not arrived").isEqualTo("Liv Tenktsen");
        assertThat(links.resolve(Purpose.APPLICATION, token)).isEmpty();

        sql("update hiring_cases set state = 'CLOSED', closed_at = '%s'".formatted(DURING));
        retention.eraseDue();
        assertThat(nameOf(rejected)).isEqualTo("Slettet søker");
    }

    @Test
    void isDeletedAndCountedOnce() {
        applicant("REJECTED", true);
        Retention later = at("2027-10-01T11:00:00Z");

        later.eraseDue();
        String first = report();
        later.eraseDue();

        assertThat(report()).isEqualTo(first).isNotEmpty();
    }

    @Test
    void isNeverTheArchivesRecords() {
        applicant("REJECTED", true);
        long archived = count("archive_records");
        at("2030-01-01T11:00:00Z").eraseDue();
        assertThat(count("archive_records")).isEqualTo(archived).isPositive();
    }

    private Retention at(String now) {
        Clock clock = clock(Instant.parse(now));
        var periods =
                new RetentionPeriods(Period.ofMonths(6), Period.ofMonths(12), Period.ofMonths(12), Period.ofDays(30));
        var eraser = new Eraser(DATABASE.client(), clock);
        return new Retention(DATABASE.client(), eraser, LinkFixtures.links(DATABASE.client(), clock), periods, clock);
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    /** Somebody with everything we ever keep about an applicant. */
    private UUID applicant(String outcome, boolean answered) {
        UUID person = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        sql("""
                insert into applicants values ('%s', 'eksempelvik', 'Liv Tenktsen', 'liv.tenktsen@example.com',
                  '900 00 000', 1990, 'FEMALE', 'Lærer Tenktsen', 'Eksempelvik', now())""".formatted(person));
        sql("""
                insert into applications (id, tenant_id, case_id, applicant_id, received_at, letter, education,
                  experience, source, exemption_reason, exemption_assessment, assessment_reason, withdrawal_reason,
                  outcome, answered_at)
                values ('%s', 'eksempelvik', '%s', '%s', now(), 'Tenktsen', 'Tenktsen', 'Tenktsen', 'Tenktsen', 'Tenktsen',
                  'Tenktsen', 'Tenktsen', 'Tenktsen', '%s', %s)""".formatted(id, CASE, person, outcome, answered ? "now()" : "null"));
        sql("""
                insert into messages (id, dedupe_key, tenant_id, case_id, application_id, code, subject, body_text, created_at)
                values (gen_random_uuid(), '%1$s', 'eksempelvik', '%2$s', '%1$s', 'M21', 'Til Tenktsen', 'Hei, Tenktsen', now())""".formatted(id, CASE));
        sql("""
                with sent as (insert into form_submissions (id, tenant_id, case_id, application_id, form_key, step,
                    submitted_by, submitted_at)
                  values (gen_random_uuid(), 'eksempelvik', '%2$s', '%1$s', 'interview', 's', 'hr1', now()) returning id)
                insert into form_answers select id, 1, 'notes', 'Notater', '"Tenktsen var flink"' from sent""".formatted(id, CASE));
        sql("""
                insert into offers values (gen_random_uuid(), 'eksempelvik', '%2$s', '%1$s', 'DECLINED', 500000, 100,
                  '2027-06-01', 'Tenktsen', '2027-04-01', now(), now(), 'Tenktsen')""".formatted(id, CASE));
        document(id, "CV");
        UUID contract = document(id, "CONTRACT");
        sql("""
                with made as (insert into contracts values (gen_random_uuid(), 'eksempelvik', '%2$s', '%1$s', 1, '%3$s',
                    null, 'SIGNED', now()) returning id)
                insert into signatures select id, 'CANDIDATE', 'Liv Tenktsen', 'LINK', now(), 'x' from made""".formatted(id, CASE, contract));
        sql("""
                insert into archive_records values ('%1$s', 'eksempelvik', '%2$s', '%1$s', 'D08', 'Søknad',
                  (select coalesce(max(journal_number), 0) + 1 from archive_records), 'x', 'x', now())""".formatted(id, CASE));
        return id;
    }

    private UUID document(UUID application, String kind) {
        return documents.add(
                InMemoryCase.ID,
                new ApplicationId(application),
                kind,
                "Liv Tenktsen.pdf",
                "application/pdf",
                "Tenktsen".getBytes(StandardCharsets.UTF_8));
    }

    private static void sql(String sql) {
        DATABASE.client().sql(sql).update();
    }

    private static long count(String table) {
        return DATABASE.client()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static String nameOf(UUID application) {
        return DATABASE.client()
                .sql("select p.name from applicants p join applications a on a.applicant_id = p.id where a.id = :id")
                .param("id", application)
                .query(String.class)
                .single();
    }

    private static String report() {
        return DATABASE.client()
                .sql("select coalesce(string_agg(kind || ' ' || number, ', ' order by kind), '') from erasures")
                .query(String.class)
                .single();
    }

    /** How many rows of our tables mention somebody. */
    private static long traces(String word) {
        return DATABASE
                .client()
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()
                .stream()
                .mapToLong(table -> DATABASE.client()
                        .sql("select count(*) from %s t where t::text ilike '%%%s%%'".formatted(table, word))
                        .query(Long.class)
                        .single())
                .sum();
    }
}
