package no.rodtraad.messaging;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.document.StandingText;
import no.rodtraad.document.StandingTexts;
import no.rodtraad.messaging.TextPlace.Layer;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people write the standing texts of documents for a case, a municipality or a region, in the same layers as the texts
 * to candidates. There is no common text: where nobody has written one, the document has none.
 */
@Service
public class DocumentTexts implements StandingTexts {

    private static final int LONGEST = 2_000;
    private static final String CODE = "DOCUMENT-";

    private final TextStore store;
    private final Regions regions;

    DocumentTexts(TextStore store, Regions regions) {
        this.store = store;
        this.regions = regions;
    }

    /** @param from the layer it comes from; null where nobody has written one */
    public record Entry(
            StandingText which, String text, @Nullable Layer from) {}

    @Override
    public Map<StandingText, String> of(CaseId caseId) {
        Map<StandingText, String> texts = new EnumMap<>(StandingText.class);
        all(caseId.tenantId(), caseId).stream()
                .filter(entry -> entry.from() != null)
                .forEach(entry -> texts.put(entry.which(), entry.text()));
        return texts;
    }

    /** As they hold in a municipality, or in one case of it. */
    public List<Entry> all(String tenantId, @Nullable CaseId caseId) {
        List<TextPlace> places = TextPlace.holdingIn(tenantId, caseId, regions);
        return Arrays.stream(StandingText.values())
                .map(which -> entry(which, places))
                .toList();
    }

    private Entry entry(StandingText which, List<TextPlace> places) {
        Map<Layer, TextStore.Version> newest = store.newest(places, codeOf(which), Language.NB);
        return Arrays.stream(Layer.values())
                .flatMap(layer -> Optional.ofNullable(newest.get(layer)).stream())
                .filter(version -> version.text() != null)
                .findFirst()
                .map(version -> new Entry(
                        which, version.text() == null ? "" : version.text().body(), version.layer()))
                .orElseGet(() -> new Entry(which, "", null));
    }

    /**
     * @param text an empty one lets the wider layer's text hold again
     * @throws TextRefused when it is too long; then nothing is changed
     */
    @Transactional
    public void write(TextPlace place, String tenantId, StandingText which, String text, String user) {
        check(which, text);
        store.add(
                place,
                tenantId,
                codeOf(which),
                Language.NB,
                text.isBlank() ? null : new TextStore.Text(which.title(), text.strip()),
                user);
    }

    /** @throws TextRefused when it is too long */
    public void check(StandingText which, String text) {
        if (text.length() > LONGEST) {
            throw new TextRefused(which.title(), "er for lang. Den kan ha høyst %d tegn".formatted(LONGEST));
        }
    }

    private static String codeOf(StandingText which) {
        return CODE + which.name();
    }
}
