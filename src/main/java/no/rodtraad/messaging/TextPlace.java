package no.rodtraad.messaging;

import no.rodtraad.process.CaseId;

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
}
