package no.rodtraad.messaging;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Journeys;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a candidate's journey what became of a mail, in the transaction that records it. */
@Component
class DeliveryReports {

    private final JdbcClient jdbc;
    private final Undelivered undelivered;
    private final Journeys journeys;
    private final ApplicationEventPublisher events;

    DeliveryReports(JdbcClient jdbc, Undelivered undelivered, Journeys journeys, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.undelivered = undelivered;
        this.journeys = journeys;
        this.events = events;
    }

    void delivered(UUID messageId) {
        find(messageId)
                .filter(Report::isFinalAnswer)
                .ifPresent(report -> tell("delivered:" + messageId, report, "candidate.answerDelivered"));
    }

    /** Who still waits to be called about another mail, is told of this one in the same call. */
    void failed(UUID messageId) {
        find(messageId).ifPresent(report -> {
            if (report.isFinalAnswer()) {
                tell("failed:" + messageId, report, "candidate.answerFailed");
            } else if (undelivered.underWay(report.applicationId()).size() == 1) {
                tell("failed:" + messageId, report, "candidate.messageFailed");
            }
        });
    }

    /** It counted as delivered, so nobody waits for word of it any longer. */
    void returned(UUID messageId) {
        find(messageId)
                .filter(Report::isFinalAnswer)
                .ifPresentOrElse(
                        report -> events.publishEvent(
                                new AnswerReturned(report.caseId(), report.applicationId(), messageId)),
                        () -> failed(messageId));
    }

    private void tell(String key, Report report, String message) {
        journeys.tellCandidate(key, report.caseId(), report.applicationId(), message, Map.of());
    }

    private Optional<Report> find(UUID messageId) {
        return jdbc.sql("select case_id, application_id, code from messages where id = :id")
                .param("id", messageId)
                .query((row, number) -> new Report(
                        new CaseId(row.getString("case_id")),
                        ApplicationId.of(row.getString("application_id")),
                        row.getString("code")))
                .optional();
    }

    private record Report(CaseId caseId, ApplicationId applicationId, String code) {

        boolean isFinalAnswer() {
            return FinalAnswers.CODES.contains(code);
        }
    }
}
