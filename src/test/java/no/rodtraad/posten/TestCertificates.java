package no.rodtraad.posten;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A throw-away authority and the certificates it gives out. */
final class TestCertificates {

    static final String PASSWORD = "hemmelig";
    private static final X500Name AUTHORITY = new X500Name("CN=Prøveutsteder,C=NO");

    private final Path folder;
    private final KeyPair keys = pair();
    private final X509Certificate certificate;

    TestCertificates(Path folder) {
        this.folder = folder;
        certificate = issue(AUTHORITY, keys, Instant.now().plus(30, ChronoUnit.DAYS), true);
    }

    X509Certificate authority() {
        return certificate;
    }

    /** A folder with the authority's own certificate. */
    Path authorityFolder() {
        try {
            Path trusted = Files.createDirectories(folder.resolve("trusted"));
            Files.write(trusted.resolve("authority.cer"), certificate.getEncoded());
            return trusted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key store (PKCS#12) for an organisation. */
    Path organisation(String name, String organisationNumber, Instant until) {
        KeyPair pair = pair();
        X509Certificate leaf = issue(
                new X500Name("SERIALNUMBER=%s,CN=%s,C=NO".formatted(organisationNumber, name)), pair, until, false);
        Path file = folder.resolve(name + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "organisation", pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {leaf, certificate});
            store.store(out, PASSWORD.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    private X509Certificate issue(X500Name subject, KeyPair pair, Instant until, boolean authority) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    AUTHORITY,
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(until.minus(60, ChronoUnit.DAYS)),
                    Date.from(until),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
