package no.rodtraad.posten;

import java.nio.file.Path;
import no.digipost.signature.client.ServiceEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach Posten signering. The municipality's organisation number is the one of
 * {@code rodtraad.municipalities.<id>.organisation-number}.
 *
 * @param keyStore organisation certificate with its private key (PKCS#12); without it the service is off
 * @param keyStorePassword opens the key store and the key in it
 * @param nationalIds whether signers are named by their national identity number, as public bodies must, or by e-mail and mobile
 * @param pollingQueue the name of our own queue of changes, so that no other system takes them
 */
@ConfigurationProperties("rodtraad.posten")
record PostenSettings(
        @Nullable Path keyStore,
        @DefaultValue("") String keyStorePassword,
        @DefaultValue("test") Environment environment,
        @DefaultValue("true") boolean nationalIds,
        @DefaultValue("rodtraad") String pollingQueue) {

    enum Environment {
        TEST(ServiceEnvironment.DIFITEST),
        PRODUCTION(ServiceEnvironment.PRODUCTION);

        private final ServiceEnvironment service;

        Environment(ServiceEnvironment service) {
            this.service = service;
        }

        ServiceEnvironment service() {
            return service;
        }
    }
}
