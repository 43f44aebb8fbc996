package no.rodtraad.signing;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.document.SecretFile;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The installation's own certificate authority. Each signature and each time stamp gets a key of its own that is forgotten
 * at once: nobody can use it again, so nothing is ever revoked, and the certificates say so (RFC 9608). They last as long
 * as the authority, so that a signature can be checked for as long. The authority's key lies in a file outside the
 * database.
 */
@Component
class LocalAuthority {

    private static final Logger LOG = LoggerFactory.getLogger(LocalAuthority.class);

    private static final String CURVE = "secp256r1";
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final int YEARS = 20;
    /** RFC 9608. */
    private static final ASN1ObjectIdentifier NO_REVOCATION_AVAILABLE = new ASN1ObjectIdentifier("2.5.29.56");

    private final Path file;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Key root;
    private @Nullable String problem;

    LocalAuthority(SigningSettings settings, Clock clock) {
        this.file = settings.authorityFile().toAbsolutePath();
        this.clock = clock;
        try {
            root = Files.exists(file) ? read() : create();
        } catch (IOException | GeneralSecurityException | OperatorCreationException | RuntimeException e) {
            problem =
                    "Nøkkelfilen for signering, %s, kan ikke leses eller skrives. Gi brukeren som kjører Rød tråd, lov til"
                                    .formatted(file)
                            + " det, eller hent filen tilbake fra sikkerhetskopien, og start på nytt.";
            LOG.error("{}", problem, e);
        }
    }

    /** @param certificate of the public half */
    record Key(PrivateKey secret, X509Certificate certificate) {}

    /** Why nothing can be signed, in a sentence that says how to mend it. */
    Optional<String> unusableBecause() {
        return Optional.ofNullable(problem);
    }

    X509Certificate certificate() {
        return root().certificate();
    }

    /** A key for one signature. */
    Key forSigner(String name, String organisation, Instant at) {
        return issue(
                subject(name, organisation), at, Map.of(Extension.keyUsage, new KeyUsage(KeyUsage.nonRepudiation)));
    }

    /** A key for one time stamp. */
    Key forTimeStamp(Instant at) {
        return issue(
                subject("Rød tråd tidsstempel", "Rød tråd"),
                at,
                Map.of(
                        Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature),
                        Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)));
    }

    private Key root() {
        if (root == null) {
            throw new IllegalStateException(problem);
        }
        return root;
    }

    private Key issue(X500Name subject, Instant at, Map<ASN1ObjectIdentifier, ASN1Encodable> usage) {
        try {
            KeyPair pair = pair();
            var builder = builder(
                    X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded()),
                    subject,
                    pair.getPublic(),
                    at,
                    certificate().getNotAfter().toInstant());
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate()));
            builder.addExtension(NO_REVOCATION_AVAILABLE, false, DERNull.INSTANCE);
            for (var extension : usage.entrySet()) {
                builder.addExtension(extension.getKey(), true, extension.getValue());
            }
            return new Key(pair.getPrivate(), signed(builder, root().secret()));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("No certificate could be made", e);
        }
    }

    /** Also valid some time before it was made, for a clock that is set back. */
    private Key create() throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair pair = pair();
        ZonedDateTime thisYear =
                clock.instant().atZone(ZoneOffset.UTC).withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
        X500Name name = subject(
                "Rød tråd lokal signering "
                        + new BigInteger(32, random)
                                .toString(Character.MAX_RADIX)
                                .toUpperCase(Locale.ROOT),
                "Rød tråd");
        var builder = builder(
                name,
                name,
                pair.getPublic(),
                thisYear.minusYears(1).toInstant(),
                thisYear.plusYears(YEARS).toInstant());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        Key made = new Key(pair.getPrivate(), signed(builder, pair.getPrivate()));
        write(made);
        LOG.info("Laget nøkkelfilen for signering, {}. Ta sikkerhetskopi av den, men ikke sammen med databasen.", file);
        return made;
    }

    private void write(Key key) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(new JcaPKCS8Generator(key.secret(), null));
            pem.writeObject(key.certificate());
        }
        SecretFile.write(file, text.toString());
    }

    private Key read() throws IOException, GeneralSecurityException {
        if (SecretFile.isOpenToOthers(file)) {
            LOG.warn("Nøkkelfilen {} kan leses av andre brukere. Sett rettighetene til 600.", file);
        }
        try (var pem = new PEMParser(new StringReader(Files.readString(file)))) {
            if (pem.readObject() instanceof PrivateKeyInfo secret
                    && pem.readObject() instanceof X509CertificateHolder certificate) {
                return new Key(
                        new JcaPEMKeyConverter().getPrivateKey(secret),
                        new JcaX509CertificateConverter().getCertificate(certificate));
            }
        }
        throw new IOException("Not a key followed by a certificate");
    }

    private KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE), random);
        return generator.generateKeyPair();
    }

    private JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant from, Instant to)
            throws GeneralSecurityException, IOException {
        var builder = new JcaX509v3CertificateBuilder(
                issuer, new BigInteger(128, random), Date.from(from), Date.from(to), subject, key);
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        return builder;
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey by)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(by)));
    }

    private static X500Name subject(String name, String organisation) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "NO")
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.CN, name)
                .build();
    }
}
