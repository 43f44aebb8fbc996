package no.rodtraad.messaging;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.messaging.SentMessages.SentMessage;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.OsloTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that did not arrive, and what people tell the candidates instead. */
@Component
class Undelivered {

    private final SentMessages messages;
    private final JdbcClient jdbc;

    Undelivered(SentMessages messages, JdbcClient jdbc) {
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** What a candidate does not know yet, but for the final answer; newest first. */
    List<SentMessage> underWay(ApplicationId applicationId) {
        return missed(applicationId).filter(message -> !isFinalAnswer(message)).toList();
    }

    /** The newest final answer, whatever became of its mail, and all else that the candidate does not know; newest first. */
    List<SentMessage> untilTheEnd(ApplicationId applicationId) {
        return Stream.concat(
                        messages.toApplication(applicationId).stream()
                                .filter(Undelivered::isFinalAnswer)
                                .limit(1),
                        underWay(applicationId).stream())
                .toList();
    }

    private static boolean isFinalAnswer(SentMessage message) {
        return FinalAnswers.CODES.contains(message.code());
    }

    /** The texts as a person may read them out. */
    static String texts(List<SentMessage> missed) {
        return missed.stream()
                .map(message -> message.subject() + "\n\n" + message.body().strip())
                .collect(Collectors.joining("\n\n* * *\n\n"));
    }

    /** @throws FormRejected when the day cannot be right */
    void told(FormContext context, FormAnswers answers, boolean finalAnswer) {
        LocalDate day = answers.date("toldOn");
        if (day.isAfter(OsloTime.dayOf(context.now()))) {
            throw new FormRejected("Dagen søkeren fikk vite det, kan ikke være etter i dag. Rett datoen.");
        }
        jdbc.sql("""
                        insert into told_in_person
                          (id, tenant_id, case_id, application_id, final_answer, told_on, told_how, told_by, recorded_at)
                        values (:id, :tenant, :case, :application, :final, :day, :how, :user, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("tenant", context.caseId().tenantId())
                .param("case", context.caseId().value())
                .param("application", applicationOf(context).value())
                .param("final", finalAnswer)
                .param("day", day)
                .param("how", answers.text("toldHow"))
                .param("user", context.userId())
                .param("now", context.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    static ApplicationId applicationOf(FormContext context) {
        return context.applicationId()
                .orElseThrow(() -> new IllegalStateException("%s is about no application".formatted(context.step())));
    }

    private Stream<SentMessage> missed(ApplicationId applicationId) {
        return messages.toApplication(applicationId).stream().filter(SentMessage::missed);
    }
}
