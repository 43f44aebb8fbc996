package no.rodtraad.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.messaging.Language;
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import no.rodtraad.process.Municipalities;
import no.rodtraad.vacancy.Vacancies;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Intervjuet i kandidatens kalender")
class InterviewInvitationsTest {

    private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2027-01-19T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2027-01-20T12:00:00Z");

    private static EmbeddedPostgres postgres;

    private final Applications applications = mock(Applications.class);
    private JdbcClient jdbc;
    private InterviewInvitations invitations;

    @BeforeAll
    static void migrate() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void oneIsInvited() {
        jdbc = JdbcClient.create(postgres.getPostgresDatabase());
        jdbc.sql("truncate hiring_cases, applicants cascade").update();
        jdbc.sql("""
                insert into hiring_cases
                  (id, tenant_id, case_number, title, occupational_group, workplace, reported_by, reported_at, state)
                values (?, 'eksempelvik', '2026-0001', 'lærer', 'teacher', 'Solåsen skole', 'leder', now(), 'OPEN')
                """).param(Examples.CASE.value()).update();
        UUID applicant = UUID.randomUUID();
        jdbc.sql("""
                insert into applicants
                  (id, tenant_id, name, email, phone, birth_year, gender, job_title, municipality, created_at)
                values (?, 'eksempelvik', 'Kari', 'kari@example.com', '9', 1990, 'FEMALE', 'lærer', 'Eksempelvik', now())
                """).param(applicant).update();
        jdbc.sql("""
                insert into applications
                  (id, tenant_id, case_id, applicant_id, received_at, letter, education, experience)
                values (?, 'eksempelvik', ?, ?, now(), '', '', '')
                """)
                .params(Examples.APPLICATION.value(), Examples.CASE.value(), applicant)
                .update();
        Vacancies vacancies = mock(Vacancies.class);
        when(vacancies.find(any())).thenReturn(Optional.of(Examples.vacancy()));
        invitations = new InterviewInvitations(
                jdbc,
                applications,
                vacancies,
                new Municipalities(
                        Map.of("eksempelvik", new Municipalities.Municipality("Eksempelvik kommune", "000000001", ""))),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Duration.ofMinutes(45));
    }

    @Test
    void saysWhenAndWhereAndNotWhatFor() {
        VEvent event = read(tells(TUESDAY, "M07K"), "REQUEST");

        assertThat(event.getSummary().getValue()).isEqualTo("Avtale med Eksempelvik kommune");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(TUESDAY);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(TUESDAY.plus(Duration.ofMinutes(45)));
        assertThat(event.getLocation().getValue()).isEqualTo("Rådhuset, møterom Fjord");
        assertThat(event.getDescription().getValue()).contains("900 00 101").doesNotContainIgnoringCase("intervju");
        assertThat(event.getSequence().getValue()).isZero();
    }

    @Test
    void movesUnderTheSameIdAndGoesAwayWithTheFinalAnswer() {
        VEvent first = read(tells(TUESDAY, "M07K"), "REQUEST");
        VEvent moved = read(tells(WEDNESDAY, "M07K"), "REQUEST");
        VEvent gone = read(tells(null, "M21"), "CANCEL");

        assertThat(moved.getUid()).isEqualTo(first.getUid());
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo(WEDNESDAY);
        assertThat(gone.getUid()).isEqualTo(first.getUid());
        assertThat(gone.getSequence().getValue()).isEqualTo(2);
        assertThat(gone.getStatus().isCancelled()).isTrue();
        assertThat(tells(null, "M21")).isEmpty();
    }

    @Test
    void staysWhereItWasWhenTheAnswerComesAfterIt() {
        tells(NOW.minus(Duration.ofDays(1)), "M07K");

        assertThat(tells(null, "M21")).isEmpty();
    }

    @Test
    void hasNothingToDoWithOtherMessages() {
        assertThat(tells(TUESDAY, "M08")).isEmpty();
        assertThat(tells(null, "M21")).isEmpty();
    }

    private Optional<CalendarEvent> tells(@Nullable Instant interviewAt, String code) {
        when(applications.get(Examples.APPLICATION)).thenReturn(Examples.application(true, interviewAt, null, null));
        return invitations.eventWith(code, Examples.APPLICATION, Language.NB);
    }

    private static VEvent read(Optional<CalendarEvent> event, String method) {
        assertThat(event).hasValueSatisfying(sent -> assertThat(sent.method()).isEqualTo(method));
        var calendar =
                Biweekly.parse(event.map(CalendarEvent::content).orElse("")).first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).toString()).isEmpty();
        return calendar.getEvents().get(0);
    }
}
