package no.rodtraad.capability;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for a municipality that has chosen nothing itself.
 *
 * @param signing id of the adapter for {@link Capability#SIGNING}, and so on
 */
@ConfigurationProperties("rodtraad.capabilities")
record CapabilityDefaults(
        @DefaultValue("local") String signing,
        @DefaultValue("folder") String archive,
        @DefaultValue("manual") String nav) {

    String of(Capability capability) {
        return switch (capability) {
            case SIGNING -> signing;
            case ARCHIVE -> archive;
            case NAV -> nav;
        };
    }
}
