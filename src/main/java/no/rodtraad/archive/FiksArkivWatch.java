package no.rodtraad.archive;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import no.rodtraad.archive.FiksArkivMessages.Purpose;
import no.rodtraad.archive.FiksArkivMessages.Waiting;
import no.rodtraad.archive.fiks.FiksIo;
import no.rodtraad.archive.fiks.FiksSettings;
import no.rodtraad.archive.fiks.FiksUnusable;
import no.rodtraad.process.TimeTravel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps listening for municipalities that wait for their archive, and asks an archive that has gone silent. */
@Component
class FiksArkivWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FiksArkivWatch.class);
    private static final int MILLIS_BETWEEN_LOOKS = 30_000;

    private final FiksArkivMessages messages;
    private final FiksArkiv fiksArkiv;
    private final ArchiveReceipts receipts;
    private final FiksIo fiks;
    private final Duration patience;
    private final TransactionTemplate transaction;
    private final Set<String> away = new HashSet<>();

    FiksArkivWatch(
            FiksArkivMessages messages,
            FiksArkiv fiksArkiv,
            ArchiveReceipts receipts,
            FiksIo fiks,
            FiksSettings settings,
            PlatformTransactionManager transactions) {
        this.messages = messages;
        this.fiksArkiv = fiksArkiv;
        this.receipts = receipts;
        this.fiks = fiks;
        this.patience = settings.answersWithin();
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = MILLIS_BETWEEN_LOOKS)
    @EventListener(TimeTravel.Arrived.class)
    void look() {
        messages.municipalitiesThatWait().forEach(this::listen);
        transaction.executeWithoutResult(status -> messages.silentFor(patience).forEach(this::wonder));
    }

    /** What goes wrong is said once, and tried again next time. */
    private void listen(String tenantId) {
        try {
            fiks.listen(tenantId);
            if (away.remove(tenantId)) {
                LOG.info("Fiks IO answers again for {}", tenantId);
            }
        } catch (FiksUnusable e) {
            if (away.add(tenantId)) {
                LOG.error(
                        "Fiks IO cannot be listened to for {}, trying every {} ms", tenantId, MILLIS_BETWEEN_LOOKS, e);
            }
        }
    }

    private void wonder(Waiting silent) {
        if (silent.lastSent() == Purpose.CREATE) {
            fiksArkiv.ask(silent);
        } else {
            receipts.refused(
                    silent.externalKey(),
                    "Arkivet har ikke svart, heller ikke da vi spurte etter dokumentet. Spør leverandøren om arkivet henter meldinger fra Fiks IO, og send dokumentet en gang til.");
        }
    }
}
