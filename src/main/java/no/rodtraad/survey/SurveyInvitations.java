package no.rodtraad.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.application.Applications;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.messaging.DirectMessages;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.TimeTravel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has been asked, and whether the link is used. What was answered is kept apart from it, by {@link BallotBox}. A
 * person is asked once about each kind; an old invitation is deleted.
 */
@Repository
class SurveyInvitations {

    private static final long MILLIS_BETWEEN_LOOKS = 3_600_000;

    private final JdbcClient jdbc;
    private final Applications applications;
    private final DirectMessages messages;
    private final SecretLinks links;
    private final Clock clock;
    private final Duration kept;

    SurveyInvitations(
            JdbcClient jdbc,
            Applications applications,
            DirectMessages messages,
            SecretLinks links,
            Clock clock,
            @Value("${rodtraad.surveys.keep-invitations:365d}") Duration kept) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.messages = messages;
        this.links = links;
        this.clock = clock;
        this.kept = kept;
    }

    record Invitation(UUID id, CaseId caseId, ApplicationId applicationId, SurveyKind kind, boolean answered) {}

    /** Asks the applicant, unless that has been done or the survey no longer concerns them. */
    @Transactional
    public void invite(SurveyKind kind, CaseId caseId, ApplicationId applicationId) {
        boolean concerned =
                applications.find(applicationId).filter(kind::concerns).isPresent();
        UUID id = UUID.randomUUID();
        if (concerned && add(id, kind, caseId, applicationId)) {
            messages.send("survey:" + id, SurveyMessages.KIND, id, kind.messageCode());
        }
    }

    Optional<Invitation> find(UUID id) {
        return jdbc.sql("select * from survey_invitations where id = :id")
                .param("id", id)
                .query(SurveyInvitations::invitation)
                .optional();
    }

    /** @return false where it was answered before */
    boolean use(UUID id) {
        return jdbc.sql("update survey_invitations set answered = true where id = :id and not answered")
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Deletes invitations so old that nobody will answer them. */
    @Scheduled(fixedDelay = MILLIS_BETWEEN_LOOKS)
    @EventListener(TimeTravel.Arrived.class)
    @Transactional
    public void deleteOld() {
        List<UUID> deleted = jdbc.sql("delete from survey_invitations where created_at < :before returning id")
                .param("before", utc(clock.instant().minus(kept)))
                .query(UUID.class)
                .list();
        deleted.forEach(id -> links.revoke(Purpose.SURVEY, id));
    }

    private boolean add(UUID id, SurveyKind kind, CaseId caseId, ApplicationId applicationId) {
        return jdbc.sql("""
                                insert into survey_invitations (id, tenant_id, case_id, application_id, kind, created_at)
                                values (:id, :tenant, :case, :application, :kind, :now)
                                on conflict (application_id, kind) do nothing
                                """)
                        .param("id", id)
                        .param("tenant", caseId.tenantId())
                        .param("case", caseId.value())
                        .param("application", applicationId.value())
                        .param("kind", kind.name())
                        .param("now", utc(clock.instant()))
                        .update()
                > 0;
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                new CaseId(row.getString("case_id")),
                new ApplicationId(row.getObject("application_id", UUID.class)),
                SurveyKind.valueOf(row.getString("kind")),
                row.getBoolean("answered"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
