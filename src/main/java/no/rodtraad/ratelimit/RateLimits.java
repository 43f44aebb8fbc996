package no.rodtraad.ratelimit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits for one address on the net, each written like {@code 60/10m}.
 *
 * @param enabled off for load tests only
 * @param forms everything anybody sends from a public page
 * @param lostLink asking for a new link
 * @param wrongLinks secret links that do not work
 * @param wrongPasswords logins that are refused
 */
@ConfigurationProperties("rodtraad.rate-limits")
record RateLimits(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("60/10m") String forms,
        @DefaultValue("10/1h") String lostLink,
        @DefaultValue("30/10m") String wrongLinks,
        @DefaultValue("30/10m") String wrongPasswords) {

    RateLimits {
        Limit.of(forms);
        Limit.of(lostLink);
        Limit.of(wrongLinks);
        Limit.of(wrongPasswords);
    }

    Limit of(Door door) {
        return Limit.of(
                switch (door) {
                    case FORMS -> forms;
                    case LOST_LINK -> lostLink;
                    case LINKS -> wrongLinks;
                    case LOGIN -> wrongPasswords;
                });
    }
}
