package no.rodtraad.messaging;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.rodtraad.messaging.TextPlace.Layer;
import no.rodtraad.messaging.TextStore.Text;
import no.rodtraad.messaging.TextStore.Version;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the text that holds: the case's own, else the municipality's, else the region's, else the common one. */
@Component
class LayeredTexts {

    private final MessageTemplates common;
    private final TextStore store;
    private final Regions regions;

    LayeredTexts(MessageTemplates common, TextStore store, Regions regions) {
        this.common = common;
        this.store = store;
        this.regions = regions;
    }

    /**
     * @param layer null where the common text holds
     * @param version id of the version in the table {@code message_texts}; null where the common text holds
     */
    record Found(
            MessageTemplate template,
            @Nullable Layer layer,
            @Nullable UUID version) {}

    Found get(CaseId caseId, String code, Language language) {
        return get(TextPlace.holdingIn(caseId.tenantId(), caseId, regions), code, language);
    }

    Found get(String tenantId, String code, Language language) {
        return get(TextPlace.holdingIn(tenantId, null, regions), code, language);
    }

    private Found get(List<TextPlace> places, String code, Language language) {
        Map<Layer, Version> newest = store.newest(places, code, language);
        for (Layer layer : Layer.values()) {
            @Nullable Version version = newest.get(layer);
            @Nullable Text text = version == null ? null : version.text();
            if (version != null && text != null) {
                return new Found(common.parse(code, language, text.subject(), text.body()), layer, version.id());
            }
        }
        return new Found(common.get(code, language), null, null);
    }
}
