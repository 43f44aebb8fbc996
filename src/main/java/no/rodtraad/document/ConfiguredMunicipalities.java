package no.rodtraad.document;

import no.rodtraad.process.Municipalities;
import org.springframework.stereotype.Component;

/** The names from the configuration. */
@Component
class ConfiguredMunicipalities implements MunicipalityNames {

    private final Municipalities municipalities;

    ConfiguredMunicipalities(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    @Override
    public String nameOf(String tenantId) {
        return municipalities.get(tenantId).name();
    }
}
