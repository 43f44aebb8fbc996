package no.rodtraad.process;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The municipalities this installation serves, each a tenant of the engine.
 *
 * @param municipalities by tenant id (letters and digits only)
 */
@ConfigurationProperties("rodtraad")
public record Municipalities(Map<String, Municipality> municipalities) {

    public Municipalities {
        municipalities = Map.copyOf(municipalities);
    }

    public List<String> tenantIds() {
        return municipalities.keySet().stream().sorted().toList();
    }

    public Municipality get(String tenantId) {
        Municipality found = municipalities.get(tenantId);
        if (found == null) {
            throw new IllegalArgumentException("No municipality is configured for tenant " + tenantId);
        }
        return found;
    }

    /**
     * @param name «Eksempelvik kommune»
     * @param organisationNumber nine digits
     * @param address where letters go
     */
    public record Municipality(String name, String organisationNumber, String address) {}
}
