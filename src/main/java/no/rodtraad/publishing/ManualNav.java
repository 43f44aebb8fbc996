package no.rodtraad.publishing;

import java.util.Optional;
import no.rodtraad.capability.Capability;
import no.rodtraad.capability.CapabilityAdapter;
import org.springframework.stereotype.Component;

/** HR puts the advert in at NAV. */
@Component
class ManualNav implements CapabilityAdapter {

    @Override
    public Capability capability() {
        return Capability.NAV;
    }

    @Override
    public String id() {
        return MANUAL;
    }

    @Override
    public String label() {
        return "HR registrerer hos NAV";
    }

    @Override
    public String explanation() {
        return "HR får en oppgave med ferdig tekst når annonsen skal legges ut, endres eller tas ned hos NAV.";
    }

    @Override
    public Optional<String> unusableBecause() {
        return Optional.empty();
    }
}
