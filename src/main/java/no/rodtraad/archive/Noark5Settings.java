package no.rodtraad.archive;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the archive's Noark 5 interface answers and what it calls the places for our records.
 *
 * @param baseUrl the address from which everything else is discovered
 * @param caseSeries system id or title of the series (arkivdel) for hiring cases
 * @param personnelSeries the same for personnel files; the case series where it is missing
 * @param tokenUrl where OAuth 2.0 access tokens are handed out; none is sent where it is missing
 * @param username with a user name the password grant is asked for, otherwise client credentials
 * @param timeout for each request
 */
@ConfigurationProperties("rodtraad.archive.noark5")
record Noark5Settings(
        @Nullable URI baseUrl,
        @Nullable String caseSeries,
        @Nullable String personnelSeries,
        @Nullable URI tokenUrl,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("30s") Duration timeout) {

    /** Never the password or the secret. */
    @Override
    public String toString() {
        return "Noark 5 at " + baseUrl;
    }
}
