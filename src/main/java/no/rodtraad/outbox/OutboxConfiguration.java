package no.rodtraad.outbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The relay's own thread, so that a slow mail server holds up nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OutboxConfiguration {

    static final String SCHEDULER = "outboxScheduler";

    private static final int LONGEST_DELIVERY_SECONDS = 30;

    /** Not a candidate for others that need a scheduler. Lets the effect under way finish before the application stops. */
    @Bean(name = SCHEDULER, defaultCandidate = false)
    ThreadPoolTaskScheduler outboxScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(1);
        scheduler.setThreadNamePrefix("outbox-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(LONGEST_DELIVERY_SECONDS);
        return scheduler;
    }
}
