package no.rodtraad.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import no.rodtraad.process.OsloTime;
import org.springframework.stereotype.Component;

/**
 * Puts one more signature into a PDF: PAdES B-T (ETSI EN 319 142-1), with a key of the local authority and a time
 * stamp of our own. What was in the file before is not touched. In law it is the installation's seal on what somebody did while
 * they were known to it, not a personal advanced signature; check against eIDAS before use.
 */
@Component
class PadesSigner {

    private static final int ROOM_FOR_SIGNATURE = 16 * 1024;

    /** A name of our own (ITU-T X.667): the clock is the server's, and no published policy is claimed. */
    private static final String TIME_STAMP_POLICY = "2.25.164898575955251998466082780146344627745";

    private final LocalAuthority authority;

    PadesSigner(LocalAuthority authority) {
        this.authority = authority;
    }

    /**
     * Who signs.
     *
     * @param method how they have shown who they are; readers see it as the reason of the signature
     */
    record By(String name, String organisation, String method) {}

    byte[] sign(byte[] pdf, By by, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        LocalAuthority.Key key = authority.forSigner(by.name(), by.organisation(), at);
        PAdESSignatureParameters parameters = parameters(by, key, at);
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        service.setTspSource(clock(at));
        DSSDocument document = new InMemoryDocument(pdf);
        SignatureValue value = sign(service.getDataToSign(document, parameters), key);
        return DSSUtils.toByteArray(service.signDocument(document, parameters, value));
    }

    private PAdESSignatureParameters parameters(By by, LocalAuthority.Key key, Instant at) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_T);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(
                new CertificateToken(key.certificate()), new CertificateToken(authority.certificate()));
        parameters.setContentSize(ROOM_FOR_SIGNATURE);
        parameters.setSignerName(by.name());
        parameters.setReason(by.method());
        parameters.setAppName("Rød tråd");
        parameters.setSigningTimeZone(TimeZone.getTimeZone(OsloTime.ZONE));
        parameters.bLevel().setSigningDate(Date.from(at));
        return parameters;
    }

    private KeyEntityTSPSource clock(Instant at) {
        LocalAuthority.Key key = authority.forTimeStamp(at);
        var source = new KeyEntityTSPSource(
                key.secret(), key.certificate(), List.of(key.certificate(), authority.certificate()));
        source.setProductionTime(Date.from(at));
        source.setEncryptionAlgorithm(EncryptionAlgorithm.ECDSA);
        source.setTsaPolicy(TIME_STAMP_POLICY);
        return source;
    }

    private static SignatureValue sign(ToBeSigned bytes, LocalAuthority.Key key) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.secret());
            signature.update(bytes.getBytes());
            return new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The contract could not be signed", e);
        }
    }
}
