package no.rodtraad.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import no.rodtraad.messaging.Appointment;
import no.rodtraad.messaging.CalendarSource;
import no.rodtraad.messaging.Language;
import no.rodtraad.messaging.StaffMessages.CalendarEvent;
import no.rodtraad.messaging.Wording;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The interview in the candidate's calendar: one event for as long as the journey lasts, which changes with the time and is
 * taken away with the final answer if it is still to come. It says neither what for nor with whom, because others may see
 * the calendar.
 */
@Component
class InterviewInvitations implements CalendarSource {

    private static final String TELLS_THE_TIME = "M07K";
    private static final Set<String> END_IT = Set.of("M06", "M21");
    private static final String TITLE = "Avtale med %s";
    private static final Wording ABOUT = new Wording(
            "Mer om avtalen står på siden din. Spørsmål? Ring %s på %s.",
            "Meir om avtalen står på sida di. Spørsmål? Ring %s på %s.");

    private final JdbcClient jdbc;
    private final Applications applications;
    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final Clock clock;
    private final Duration length;

    InterviewInvitations(
            JdbcClient jdbc,
            Applications applications,
            Vacancies vacancies,
            Municipalities municipalities,
            Clock clock,
            @Value("${rodtraad.interview-length:60m}") Duration length) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.clock = clock;
        this.length = length;
    }

    @Override
    public Optional<CalendarEvent> eventWith(String code, ApplicationId applicationId, Language language) {
        ApplicationInfo application = applications.get(applicationId);
        @Nullable Instant time = application.interviewAt();
        @Nullable String place = application.interviewPlace();
        if (code.equals(TELLS_THE_TIME) && time != null && place != null) {
            return Optional.of(appointment(application, told(application, time, place), language)
                    .request());
        }
        if (END_IT.contains(code)) {
            return ended(application)
                    .map(sent -> appointment(application, sent, language).cancellation());
        }
        return Optional.empty();
    }

    private Sent told(ApplicationInfo application, Instant time, String place) {
        return jdbc.sql("""
                        insert into interview_invitations (application_id, tenant_id, sequence, starts_at, place)
                        values (:application, :tenant, 0, :time, :place)
                        on conflict (application_id) do update
                          set sequence = interview_invitations.sequence + 1, starts_at = excluded.starts_at,
                              place = excluded.place, cancelled = false
                        returning sequence, starts_at, place
                        """)
                .param("application", application.id().value())
                .param("tenant", application.caseId().tenantId())
                .param("time", Applications.utc(time))
                .param("place", place)
                .query(InterviewInvitations::sent)
                .single();
    }

    private Optional<Sent> ended(ApplicationInfo application) {
        return jdbc.sql("""
                        update interview_invitations set sequence = sequence + 1, cancelled = true
                        where application_id = :application and not cancelled and starts_at > :now
                        returning sequence, starts_at, place
                        """)
                .param("application", application.id().value())
                .param("now", Applications.utc(clock.instant()))
                .query(InterviewInvitations::sent)
                .optional();
    }

    private static Sent sent(ResultSet row, int number) throws SQLException {
        return new Sent(
                row.getInt("sequence"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getString("place"));
    }

    private Appointment appointment(ApplicationInfo application, Sent sent, Language language) {
        Vacancy vacancy = vacancies
                .find(application.caseId())
                .orElseThrow(() -> new IllegalStateException("No vacancy in case " + application.caseId()));
        return new Appointment(
                "interview-%s@rodtraad".formatted(application.id()),
                sent.sequence(),
                TITLE.formatted(
                        municipalities.get(application.caseId().tenantId()).name()),
                sent.startsAt(),
                sent.startsAt().plus(length),
                sent.place(),
                ABOUT.in(language).formatted(vacancy.contactName(), vacancy.contactPhone()),
                new Appointment.Person(vacancy.contactName(), vacancy.contactEmail()),
                new Appointment.Person(application.applicantName(), application.email()),
                true,
                clock.instant());
    }

    private record Sent(int sequence, Instant startsAt, String place) {}
}
