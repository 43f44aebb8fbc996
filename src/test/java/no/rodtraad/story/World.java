package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import no.rodtraad.outbox.OutboxRelay;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/** Lets things happen: jobs that are due, mails that wait, and time. */
final class World {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final int PATIENCE = 2_000;

    private final ManagementService management;
    private final OutboxRelay outbox;

    World(ManagementService management, OutboxRelay outbox) {
        this.management = management;
        this.outbox = outbox;
    }

    void itIs(String day, String time) {
        ClockUtil.setCurrentTime(Date.from(
                LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(OSLO).toInstant()));
        settle();
    }

    LocalDate today() {
        return ClockUtil.getCurrentTime().toInstant().atZone(OSLO).toLocalDate();
    }

    static LocalDate dayOf(Instant instant) {
        return instant.atZone(OSLO).toLocalDate();
    }

    /** Moves to nine in the morning of a day, stopping at everything that falls due on the way. */
    void waitUntil(LocalDate day) {
        Date until = Date.from(day.atTime(9, 0).atZone(OSLO).toInstant());
        settle();
        for (int round = 0; round < PATIENCE; round++) {
            List<Job> next = management
                    .createJobQuery()
                    .withRetriesLeft()
                    .active()
                    .duedateLowerThan(until)
                    .duedateHigherThan(ClockUtil.getCurrentTime())
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1);
            if (next.isEmpty()) {
                ClockUtil.setCurrentTime(until);
                settle();
                return;
            }
            // exactly at its due date a repeating timer would be due again at once
            ClockUtil.setCurrentTime(new Date(next.get(0).getDuedate().getTime() + 1_000));
            settle();
        }
        throw new AssertionError("Something goes on for ever before " + day);
    }

    void waitDays(int days) {
        waitUntil(today().plusDays(days));
    }

    /** Runs jobs and delivers what waits in the outbox until nothing is due any more. */
    void settle() {
        for (int round = 0; round < PATIENCE; round++) {
            int delivered = outbox.deliverDue();
            List<Job> due = management.createJobQuery().executable().list().stream()
                    .filter(job -> job.getProcessInstanceId() != null)
                    .toList();
            due.forEach(this::run);
            if (delivered == 0 && due.isEmpty()) {
                return;
            }
        }
        throw new AssertionError("Jobs never come to an end");
    }

    private void run(Job job) {
        if (management.createJobQuery().jobId(job.getId()).count() == 0) {
            return; // another one of this round has ended it
        }
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "Job failed in " + job.getProcessDefinitionKey() + ": " + e.getMessage() + "\n"
                            + management.getJobExceptionStacktrace(job.getId()),
                    e);
        }
    }

    void nothingHasFailed() {
        assertThat(management.createJobQuery().withException().count())
                .as("failed jobs")
                .isZero();
    }
}
