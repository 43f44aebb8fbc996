package no.rodtraad.archive.fiks;

import java.net.URI;
import no.ks.fiks.io.client.konfigurasjon.AmqpKonfigurasjon;
import no.ks.fiks.io.client.konfigurasjon.FiksApiKonfigurasjon;

/**
 * Where KS and Digdir answer.
 *
 * @param api takes what we send, and has the receivers' public keys
 * @param queueHost hands out what is sent to us, over AMQP 0-9-1 with TLS
 * @param token Maskinporten's token endpoint
 * @param audience whom a token is asked of
 */
record FiksPlaces(URI api, String queueHost, int queuePort, URI token, String audience) {

    static FiksPlaces of(FiksSettings.Environment environment) {
        return switch (environment) {
            case TEST -> of(FiksApiKonfigurasjon.TEST, AmqpKonfigurasjon.TEST, "https://test.maskinporten.no/");
            case PRODUCTION -> of(FiksApiKonfigurasjon.PROD, AmqpKonfigurasjon.PROD, "https://maskinporten.no/");
        };
    }

    private static FiksPlaces of(FiksApiKonfigurasjon api, AmqpKonfigurasjon queue, String maskinporten) {
        return new FiksPlaces(
                URI.create("%s://%s:%d".formatted(api.getScheme(), api.getHost(), api.getPort())),
                queue.getHost(),
                queue.getPort(),
                URI.create(maskinporten + "token"),
                maskinporten);
    }
}
