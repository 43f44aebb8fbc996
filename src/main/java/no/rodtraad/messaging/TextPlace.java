package no.rodtraad.messaging;

import java.util.ArrayList;
import java.util.List;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * Where a text of the municipality's own holds.
 *
 * @param key the region's id, the municipality's tenant id or the case's id
 */
public record TextPlace(Layer layer, String key) {

    /** From the narrowest to the widest: a case's own text goes before the municipality's, and that before the region's. */
    public enum Layer {
        CASE("denne saken"),
        MUNICIPALITY("kommunen"),
        REGION("regionen");

        private final String title;

        Layer(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public static TextPlace of(CaseId caseId) {
        return new TextPlace(Layer.CASE, caseId.value());
    }

    public static TextPlace ofMunicipality(String tenantId) {
        return new TextPlace(Layer.MUNICIPALITY, tenantId);
    }

    public static TextPlace ofRegion(String region) {
        return new TextPlace(Layer.REGION, region);
    }

    /** Every place whose text may hold in a case, or in a municipality where there is no case. */
    static List<TextPlace> holdingIn(String tenantId, @Nullable CaseId caseId, Regions regions) {
        List<TextPlace> places = new ArrayList<>();
        places.add(ofMunicipality(tenantId));
        regions.of(tenantId).map(TextPlace::ofRegion).ifPresent(places::add);
        if (caseId != null) {
            places.add(of(caseId));
        }
        return places;
    }
}
