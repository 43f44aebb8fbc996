package no.rodtraad.archive;

import java.util.Optional;
import no.rodtraad.archive.FiksArkivMessages.About;
import no.rodtraad.archive.FiksArkivXml.Said;
import no.rodtraad.archive.fiks.FiksAnswer;
import no.rodtraad.archive.fiks.FiksListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the archive's answers. A record keeps the first number it is given, and an answer to an earlier attempt refuses
 * nothing, so that answers may be late, double or in any order.
 */
@Component
class FiksArkivInbox implements FiksListener {

    private static final Logger LOG = LoggerFactory.getLogger(FiksArkivInbox.class);
    private static final int LONGEST_QUOTE = 300;

    private final FiksArkivMessages messages;
    private final ArchiveReceipts receipts;

    FiksArkivInbox(FiksArkivMessages messages, ArchiveReceipts receipts) {
        this.messages = messages;
        this.receipts = receipts;
    }

    @Override
    @Transactional
    public void take(FiksAnswer answer) {
        String kind = kind(answer.type());
        Optional<Said> said = said(answer, kind);
        Optional<About> about = about(answer, said);
        if (about.isEmpty()) {
            LOG.warn("Message {} ({}) from Fiks IO is about nothing that was sent", answer.id(), answer.type());
            return;
        }
        String key = about.get().externalKey();
        @Nullable String number = said.map(Said::number).orElse(null);
        if (number != null) {
            receipts.received(key, number);
            return;
        }
        problem(answer, kind, said).ifPresent(problem -> refused(answer.tenantId(), about.get(), problem));
    }

    private void refused(String tenantId, About about, String problem) {
        messages.receipt(tenantId, about.externalKey())
                .filter(receipt -> receipt.attempt() == about.attempt())
                .ifPresent(receipt -> receipts.refused(receipt.externalKey(), problem));
    }

    /** The last word of the type; Fiks IO's own end in a version. */
    private static String kind(String type) {
        String withoutVersion = type.replaceFirst("\\.v\\d+$", "");
        return withoutVersion.substring(withoutVersion.lastIndexOf('.') + 1);
    }

    private static Optional<Said> said(FiksAnswer answer, String kind) {
        return switch (kind) {
            case "kvittering" -> part(answer).flatMap(FiksArkivXml::receipt);
            case "resultat" -> part(answer).flatMap(FiksArkivXml::found);
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> part(FiksAnswer answer) {
        return answer.parts().values().stream().findFirst();
    }

    /**
     * By the message it answers; by what that was sent with; by the key in the answer. Only the archive itself is believed in
     * the last two, and only about records of the municipality it is the archive of.
     */
    private Optional<About> about(FiksAnswer answer, Optional<Said> said) {
        Optional<About> known = find(answer, said);
        if (known.isEmpty()) {
            messages.lock(answer.tenantId());
            known = find(answer, said);
        }
        return known.filter(about ->
                messages.receipt(answer.tenantId(), about.externalKey()).isPresent());
    }

    private Optional<About> find(FiksAnswer answer, Optional<Said> said) {
        Optional<About> byMessage = Optional.ofNullable(answer.answersTo()).flatMap(messages::about);
        if (byMessage.isPresent() || !answer.fromReceiver()) {
            return byMessage;
        }
        return Optional.ofNullable(answer.correlation())
                .flatMap(SendToFiksArkiv::ofCorrelation)
                .or(() -> said.map(Said::externalKey)
                        .flatMap(key -> messages.receipt(answer.tenantId(), key))
                        .map(receipt -> new About(receipt.externalKey(), receipt.attempt())));
    }

    /** Empty where it only says that the archive is at work, or something we need not know. */
    private static Optional<String> problem(FiksAnswer answer, String kind, Optional<Said> said) {
        return switch (kind) {
            case "kvittering", "resultat" ->
                Optional.of(
                        said.map(Said::problem)
                                .map(words -> "Arkivet tok ikke imot dokumentet: " + quote(words))
                                .orElse(
                                        "Svaret fra arkivet kunne ikke leses. Kontroller at nøkkelen til kontoen ligger i rodtraad.archive.fiks.key-store, og send dokumentet en gang til."));
            case "ugyldigforespoersel", "ugyldigforespørsel" ->
                Optional.of("Arkivet godtar ikke meldingen." + words(answer));
            case "serverfeil" ->
                Optional.of("Arkivet fikk en feil hos seg selv. Send dokumentet en gang til når arkivet er i orden."
                        + words(answer));
            case "ikkefunnet" ->
                Optional.of("Arkivet fant ikke det vi viste til. Send dokumentet en gang til." + words(answer));
            case "tidsavbrudd" -> Optional.of("Arkivet hentet ikke meldingen i tide. Send dokumentet en gang til.");
            default -> Optional.empty();
        };
    }

    private static String words(FiksAnswer answer) {
        return part(answer)
                .flatMap(FiksArkivXml::problem)
                .map(words -> " Arkivet sier: " + quote(words))
                .orElse("");
    }

    private static String quote(String words) {
        return "«%s».".formatted(words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) + " …" : words);
    }
}
