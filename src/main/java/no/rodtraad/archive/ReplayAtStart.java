package no.rodtraad.archive;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** {@code --rodtraad.archive.replay=noark5} at one start sends what lies in the folder to the archive. */
@Component
class ReplayAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayAtStart.class);

    private final ReplayArchive archive;
    private final String adapter;

    ReplayAtStart(ReplayArchive archive, @Value("${rodtraad.archive.replay:}") String adapter) {
        this.archive = archive;
        this.adapter = adapter;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!adapter.isBlank()) {
            LOG.info("{} records from the folder are on their way to {}", archive.into(adapter), adapter);
        }
    }
}
