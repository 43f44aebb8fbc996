package no.rodtraad.signing;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How contracts are signed here.
 *
 * @param authorityFile key and certificate (PEM) of the installation's own certificate authority; made at the first start.
 *     All nodes read the same file.
 * @param codeLifetime how long a candidate's code for signing can be used
 * @param codesPerHour how many codes a candidate may ask for
 * @param deadline how long a signing service waits for signatures before the job ends
 */
@ConfigurationProperties("rodtraad.signing")
record SigningSettings(
        @DefaultValue("data/keys/signing-authority.pem") Path authorityFile,
        @DefaultValue("15m") Duration codeLifetime,
        @DefaultValue("5") int codesPerHour,
        @DefaultValue("30d") Duration deadline) {}
