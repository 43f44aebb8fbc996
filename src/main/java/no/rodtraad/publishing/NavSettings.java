package no.rodtraad.publishing;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach NAV's stillingsimport.
 *
 * @param url without a slash at the end; NAV's test environment unless it is set
 * @param providerId what NAV calls us
 * @param token NAV's secret key
 * @param employers by tenant id
 */
@ConfigurationProperties("rodtraad.nav")
record NavSettings(
        @DefaultValue("https://arbeidsplassen-api.ekstern.dev.nav.no/stillingsimport")
        URI url,

        @DefaultValue("") String providerId,
        @DefaultValue("") String token,
        @Nullable Map<String, Employer> employers) {

    NavSettings {
        employers = employers == null ? Map.of() : Map.copyOf(employers);
    }

    /** @param organisationNumber of the business unit (underenhet), nine digits */
    record Employer(String organisationNumber) {}

    @Nullable
    Employer employer(String tenantId) {
        return employers == null ? null : employers.get(tenantId);
    }
}
