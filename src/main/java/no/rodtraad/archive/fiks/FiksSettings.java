package no.rodtraad.archive.fiks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we reach Fiks IO, and whom we write to there.
 *
 * @param keyStore PKCS#12 with the organisation certificate and its key, and with the keys that open what is sent to our
 *     accounts where those are others; without it the way is closed
 * @param keyStorePassword opens the key store and the keys in it
 * @param keyAlias the organisation certificate's name in the key store; needed where it holds more than one key
 * @param clientId our client at Maskinporten, with the scope {@code ks:fiks}
 * @param integrationId our integration in Fiks konfigurasjon
 * @param integrationPassword its password
 * @param answersWithin an archive that has been silent for so long is asked whether it has the record
 * @param accounts by municipality
 */
@ConfigurationProperties("rodtraad.archive.fiks")
public record FiksSettings(
        @Nullable Path keyStore,
        @DefaultValue("") String keyStorePassword,
        @Nullable String keyAlias,
        @Nullable String clientId,
        @Nullable UUID integrationId,
        @DefaultValue("") String integrationPassword,
        @DefaultValue("test") Environment environment,
        @DefaultValue("2h") Duration answersWithin,
        @DefaultValue Map<String, Account> accounts) {

    /**
     * @param account the municipality's own account for us, of the protocol no.ks.fiks.arkiv.v1 and with the role of the
     *     system that sends
     * @param receiver the account of its archive
     */
    public record Account(UUID account, UUID receiver) {}

    public enum Environment {
        TEST,
        PRODUCTION
    }

    /** Never the passwords. */
    @Override
    public String toString() {
        return "Fiks IO, " + environment;
    }
}
