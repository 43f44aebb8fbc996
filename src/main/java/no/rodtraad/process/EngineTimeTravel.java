package no.rodtraad.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import no.rodtraad.outbox.OutboxRelay;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Stops at each timer that falls due and when a day begins, runs what is due and delivers the outbox until nothing is left,
 * and goes on to the next. The job executor rests meanwhile, so that nothing overtakes anything. How far the clock is ahead
 * of the machine's is kept in the table {@code demo_clock} and holds after a restart.
 */
@Component
@Profile("demo")
class EngineTimeTravel implements TimeTravel {

    private static final Logger LOG = LoggerFactory.getLogger(EngineTimeTravel.class);
    private static final int MOST_STOPS = 20_000;
    private static final int MOST_ROUNDS_AT_ONE_STOP = 500;
    private static final int MOST_HAPPENINGS_KEPT = 100;
    private static final int MOST_LOOKED_AT = 500;
    private static final int PAGE = 200;
    private static final Duration LONGEST_JOB = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** Exactly at its due date a repeating timer would be due again at once. */
    private static final Duration JUST_AFTER = Duration.ofSeconds(1);

    private final ManagementService management;
    private final OutboxRelay outbox;
    private final JobNames names;
    private final IdleWatches idle;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final JobExecutor executor;
    private final Clock machine = Clock.systemUTC();
    private final ReentrantLock travelling = new ReentrantLock();
    private volatile boolean moved;
    private volatile @Nullable Journey last;

    EngineTimeTravel(
            ProcessEngine engine,
            ManagementService management,
            OutboxRelay outbox,
            JobNames names,
            IdleWatches idle,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.management = management;
        this.outbox = outbox;
        this.names = names;
        this.idle = idle;
        this.jdbc = jdbc;
        this.events = events;
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        keptOffset().ifPresent(offset -> {
            ClockUtil.offset(offset);
            moved = true;
            LOG.info("The demo's clock is {} ahead", Duration.ofMillis(offset));
        });
    }

    private Optional<Long> keptOffset() {
        return jdbc.sql("select offset_millis from demo_clock")
                .query(Long.class)
                .optional();
    }

    @Override
    public boolean hasMoved() {
        return moved;
    }

    @Override
    public List<Ahead> ahead(int atMost) {
        return concerning(atMost).stream()
                .flatMap(named -> named.caseId().stream()
                        .map(caseId -> new Ahead(
                                caseId, named.what(), named.job().getDuedate().toInstant())))
                .toList();
    }

    @Override
    public Optional<Journey> toNext() {
        return alone(() -> concerning(1).stream()
                .findFirst()
                .map(named -> travel(named.job().getDuedate().toInstant().plus(JUST_AFTER))));
    }

    /** What somebody will notice. */
    private List<JobNames.Named> concerning(int atMost) {
        List<Job> timers = nextJobs(now(), true, MOST_LOOKED_AT);
        return names.of(timers).stream()
                .filter(timer -> !idle.contain(timer))
                .limit(atMost)
                .toList();
    }

    @Override
    public Journey to(Instant until) {
        return alone(() -> {
            if (until.isBefore(now())) {
                throw new IllegalArgumentException("The clock cannot go back to " + until);
            }
            return travel(until);
        });
    }

    @Override
    public Optional<Journey> last() {
        return Optional.ofNullable(last);
    }

    private <T> T alone(Supplier<T> journey) {
        if (!travelling.tryLock()) {
            throw new UnderWay();
        }
        boolean wasActive = executor.isActive();
        try {
            executor.shutdown();
            letRunningJobsFinish();
            return journey.get();
        } finally {
            if (wasActive) {
                executor.start();
            }
            travelling.unlock();
        }
    }

    private void letRunningJobsFinish() {
        if (executor instanceof SpringJobExecutor spring
                && spring.getTaskExecutor() instanceof ThreadPoolTaskExecutor pool) {
            Instant patience = machine.instant().plus(LONGEST_JOB);
            while ((pool.getActiveCount() > 0 || pool.getQueueSize() > 0)
                    && machine.instant().isBefore(patience)) {
                pause();
            }
        }
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private Journey travel(Instant until) {
        Diary diary = new Diary(now());
        boolean calm = settle(diary);
        for (int stops = 0; calm && stops < MOST_STOPS && now().isBefore(until); stops++) {
            Instant stop = earliest(
                    until,
                    nextMorning(),
                    nextJobs(now(), false, 1).stream()
                            .map(job -> job.getDuedate().toInstant().plus(JUST_AFTER))
                            .findFirst()
                            .orElse(until));
            moveTo(stop);
            calm = settle(diary);
        }
        Journey journey = diary.close(now(), !now().isBefore(until));
        last = journey;
        LOG.info("The demo's clock went from {} to {}", journey.from(), journey.to());
        return journey;
    }

    private static Instant earliest(Instant... times) {
        return Collections.min(List.of(times));
    }

    /** What features look for by the day, without a timer, begins in its first second. */
    private static Instant nextMorning() {
        return OsloTime.dayOf(now())
                .plusDays(1)
                .atStartOfDay(OsloTime.ZONE)
                .toInstant()
                .plus(JUST_AFTER);
    }

    /** The machine's clock cannot be stopped, so neither is the demo's: it keeps its distance. */
    private void moveTo(Instant time) {
        long offset = Duration.between(machine.instant(), time).toMillis();
        ClockUtil.offset(offset);
        jdbc.sql("""
                        insert into demo_clock (only_one, offset_millis) values (true, :offset)
                        on conflict (only_one) do update set offset_millis = excluded.offset_millis""").param("offset", offset).update();
        moved = true;
    }

    /** @return whether it came to an end */
    private boolean settle(Diary diary) {
        for (int round = 0; round < MOST_ROUNDS_AT_ONE_STOP; round++) {
            int delivered = outbox.deliverDue();
            List<Job> due = ofCases(management.createJobQuery().executable(), PAGE);
            names.of(due).forEach(named -> run(named, diary));
            if (delivered == 0 && due.isEmpty() && !outbox.isBusy()) {
                return true;
            }
            if (delivered == 0 && due.isEmpty()) {
                pause();
            }
        }
        LOG.warn("The journey in time stops at {}: what is due never comes to an end", now());
        return false;
    }

    private void run(JobNames.Named named, Diary diary) {
        String id = named.job().getId();
        if (management.createJobQuery().jobId(id).count() == 0) {
            return; // another one of this round has ended it
        }
        boolean noticed = named.timer() && !idle.contain(named);
        try {
            management.executeJob(id);
            if (noticed) {
                diary.add(named, now(), false);
            }
        } catch (OptimisticLockingException e) {
            LOG.debug("Job {} met another one and is run again", id, e);
        } catch (RuntimeException e) {
            // the engine keeps the error with the job, counts the try and makes an incident of the last one
            LOG.warn(
                    "Job {} failed during a journey in time: {}",
                    id,
                    e.getClass().getSimpleName());
            LOG.debug("Job {}", id, e);
            diary.add(named, now(), true);
        }
    }

    private List<Job> nextJobs(Instant after, boolean timersOnly, int atMost) {
        JobQuery query = management.createJobQuery().withRetriesLeft().active().duedateHigherThan(Date.from(after));
        return ofCases((timersOnly ? query.timers() : query).orderByJobDuedate().asc(), atMost);
    }

    /** Without the engine's own jobs, such as the clean-up of its history, which comes back every night. */
    private static List<Job> ofCases(JobQuery query, int atMost) {
        List<Job> found = new ArrayList<>();
        for (int first = 0; found.size() < atMost; first += PAGE) {
            List<Job> page = query.listPage(first, PAGE);
            page.stream().filter(job -> job.getProcessInstanceId() != null).forEach(found::add);
            if (page.size() < PAGE) {
                break;
            }
        }
        return found.subList(0, Math.min(atMost, found.size()));
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** What happened on a journey. */
    private static final class Diary {

        private final Instant from;
        private final List<Happening> happened = new ArrayList<>();
        private int more;

        private Diary(Instant from) {
            this.from = from;
        }

        private void add(JobNames.Named named, Instant at, boolean failed) {
            if (happened.size() < MOST_HAPPENINGS_KEPT || failed) {
                happened.add(new Happening(at, named.caseId().orElse(null), named.what(), failed));
            } else {
                more++;
            }
        }

        private Journey close(Instant to, boolean complete) {
            return new Journey(from, to, complete, happened, more);
        }
    }
}
