package no.rodtraad.redthread;

import java.util.Set;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.Staff;
import no.rodtraad.messaging.Regions;
import no.rodtraad.messaging.TextPlace;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For which case, municipality or region an employee may write texts. */
@Component
class TextPlaces {

    private static final Set<String> WRITERS = Set.of("hr", "hrLead");
    private static final Set<String> REGION_WRITERS = Set.of("hrLead", "region");
    private static final String REGION = "region";

    private final Regions regions;
    private final Municipalities municipalities;
    private final CaseAccess access;

    TextPlaces(Regions regions, Municipalities municipalities, CaseAccess access) {
        this.regions = regions;
        this.municipalities = municipalities;
        this.access = access;
    }

    /** Where the reader is: which text is written, and under which address. */
    record Here(TextPlace place, String tenantId, @Nullable HiringCase hiring, String address) {

        @Nullable
        CaseId caseId() {
            return hiring == null ? null : hiring.id();
        }

        boolean isRegion() {
            return place.layer() == TextPlace.Layer.REGION;
        }

        /** What the address says of the layer. */
        String layer() {
            return isRegion() ? REGION : "";
        }
    }

    Here ofMunicipality(Staff staff, String layer) {
        String tenant = staff.tenants().stream()
                .findFirst()
                .orElseGet(() -> municipalities.tenantIds().get(0));
        if (!layer.equals(REGION)) {
            CaseAccess.require(staff, WRITERS, "Tekstene til søkerne kan endres av HR og HR-leder.");
            return new Here(TextPlace.ofMunicipality(tenant), tenant, null, "/saker/tekster");
        }
        CaseAccess.require(staff, REGION_WRITERS, "Regionens tekster kan endres av HR-leder og regionskoordinator.");
        String region = regions.of(tenant)
                .orElseThrow(
                        () -> new NotHere("Kommunen deler ikke tekster med noen region. Det settes opp av drift."));
        return new Here(TextPlace.ofRegion(region), tenant, null, "/saker/tekster");
    }

    Here ofCase(Staff staff, String id) {
        HiringCase hiring = access.open(staff, id);
        CaseAccess.require(staff, WRITERS, "Tekstene til søkerne kan endres av HR og HR-leder.");
        return new Here(
                TextPlace.of(hiring.id()), hiring.id().tenantId(), hiring, "/saker/%s/tekster".formatted(hiring.id()));
    }

    boolean sharesWithRegion(Here here) {
        return regions.of(here.tenantId()).isPresent();
    }

    String nameOf(Here here) {
        return switch (here.place().layer()) {
            case CASE -> "denne saken";
            case REGION -> "alle kommunene i regionen";
            case MUNICIPALITY -> municipalities.get(here.tenantId()).name();
        };
    }
}
