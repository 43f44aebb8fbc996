package no.rodtraad.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The municipalities that share texts.
 *
 * @param regions tenant ids by the region's id
 */
@ConfigurationProperties("rodtraad.texts")
public record Regions(@DefaultValue Map<String, List<String>> regions) {

    public Regions {
        regions = Map.copyOf(regions);
    }

    public Optional<String> of(String tenantId) {
        return regions.entrySet().stream()
                .filter(region -> region.getValue().contains(tenantId))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
