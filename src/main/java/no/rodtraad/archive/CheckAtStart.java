package no.rodtraad.archive;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** {@code --rodtraad.archive.check=true} compares every file in the archive's folder with what was archived. */
@Component
class CheckAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CheckAtStart.class);

    private final ArchiveCheck archive;
    private final boolean wanted;

    CheckAtStart(ArchiveCheck archive, @Value("${rodtraad.archive.check:false}") boolean wanted) {
        this.archive = archive;
        this.wanted = wanted;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!wanted) {
            return;
        }
        ArchiveCheck.Result result = archive.ofAll();
        if (!result.damages().isEmpty()) {
            throw new ArchiveDamaged(result.damages());
        }
        LOG.info("{} records in the archive's folder are as they were archived", result.records());
    }
}
