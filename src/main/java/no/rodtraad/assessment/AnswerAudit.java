package no.rodtraad.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.rodtraad.messaging.FinalAnswers;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FollowUps;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.TimeTravel;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The nightly look at the promise of an answer, which trusts no process: whoever's case is closed, or whose journey is over,
 * must have an answer that has arrived. For each who has none it starts «Svaret mangler», and it ends those that are no
 * longer needed. Once a night and municipality, by whichever node comes first; cases that were closed long ago have been
 * looked at often enough, and what was sent in them may be deleted.
 */
@Service
class AnswerAudit {

    private static final long MILLIS_BETWEEN_LOOKS = 60_000;
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 0);
    private static final Duration SINCE_CLOSING = Duration.ofDays(120);

    /** A journey starts a moment after the application is received. */
    private static final Duration STARTED_WITHIN = Duration.ofHours(1);

    private final FinalAnswers answers;
    private final FollowUps followUps;
    private final Journeys journeys;
    private final Municipalities municipalities;
    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerAudit(
            FinalAnswers answers,
            FollowUps followUps,
            Journeys journeys,
            Municipalities municipalities,
            JdbcClient jdbc,
            Clock clock) {
        this.answers = answers;
        this.followUps = followUps;
        this.journeys = journeys;
        this.municipalities = municipalities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Looks at the municipalities that nobody has looked at since three o'clock in the night. */
    @Scheduled(fixedDelay = MILLIS_BETWEEN_LOOKS)
    @EventListener(TimeTravel.Arrived.class)
    @Transactional
    public void auditDue() {
        LocalDate night = clock.instant()
                .atZone(OsloTime.ZONE)
                .minusHours(AT_NIGHT.getHour())
                .toLocalDate();
        for (String tenantId : municipalities.tenantIds()) {
            if (begins(tenantId, night)) {
                Set<Application> missing = missing(tenantId);
                missing.forEach(application -> followUps.answerMissing(
                        application.id() + ":" + night, application.caseId(), application.id()));
                endNeedless(tenantId, night);
                note(tenantId, night, missing.size());
            }
        }
    }

    /** Without those for whom somebody is already looking. */
    private Set<Application> missing(String tenantId) {
        Map<ApplicationId, CaseId> sought = followUps.answersSought(tenantId);
        return candidates(tenantId).stream()
                .filter(application -> !sought.containsKey(application.id()))
                .filter(application -> application.closed() || hasEnded(application))
                .filter(application -> !answers.hasReached(application.id()))
                .collect(Collectors.toSet());
    }

    private boolean hasEnded(Application application) {
        return application.receivedAt().isBefore(clock.instant().minus(STARTED_WITHIN))
                && !followUps.isTravelling(application.caseId(), application.id());
    }

    private void endNeedless(String tenantId, LocalDate night) {
        followUps.answersSought(tenantId).forEach((applicationId, caseId) -> {
            if (answers.hasReached(applicationId)) {
                journeys.tellCandidate(
                        "found:%s:%s".formatted(applicationId, night),
                        caseId,
                        applicationId,
                        "candidate.answerFound",
                        Map.of());
            }
        });
    }

    private List<Application> candidates(String tenantId) {
        return jdbc.sql("""
                        select a.id, a.case_id, a.received_at, c.closed_at is not null as closed
                        from applications a join hiring_cases c on c.id = a.case_id
                        where a.tenant_id = :tenant and (c.closed_at is null or c.closed_at > :since)
                        """)
                .param("tenant", tenantId)
                .param("since", utc(clock.instant().minus(SINCE_CLOSING)))
                .query((row, number) -> new Application(
                        new ApplicationId(row.getObject("id", UUID.class)),
                        new CaseId(row.getString("case_id")),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("closed")))
                .list();
    }

    /** @return false where another node has begun this night */
    private boolean begins(String tenantId, LocalDate night) {
        return jdbc.sql("""
                                insert into answer_audits (tenant_id, night, audited_at) values (:tenant, :night, :now)
                                on conflict do nothing
                                """)
                        .param("tenant", tenantId)
                        .param("night", night)
                        .param("now", utc(clock.instant()))
                        .update()
                == 1;
    }

    private void note(String tenantId, LocalDate night, int missing) {
        jdbc.sql("update answer_audits set missing = :missing where tenant_id = :tenant and night = :night")
                .param("missing", missing)
                .param("tenant", tenantId)
                .param("night", night)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** @param closed whether the case is over */
    private record Application(ApplicationId id, CaseId caseId, Instant receivedAt, boolean closed) {}
}
