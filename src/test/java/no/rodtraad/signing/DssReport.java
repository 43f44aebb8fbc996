package no.rodtraad.signing;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** What the European Commission's validator says of the signatures in a PDF, by its default policy. */
final class DssReport {

    private final SimpleReport report;

    private DssReport(SimpleReport report) {
        this.report = report;
    }

    /** As somebody sees it who trusts one authority, some time after the signing. */
    static DssReport of(byte[] pdf, X509Certificate trusted, Instant when) {
        var anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(new CertificateToken(trusted));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(when));
        return new DssReport(validator.validateDocument().getSimpleReport());
    }

    /** Per signature, e.g. {@code PAdES_BASELINE_T Kari Leder TOTAL_PASSED null}. */
    List<String> signatures() {
        return report.getSignatureIdList().stream()
                .map(id -> "%s %s %s %s"
                        .formatted(
                                report.getSignatureFormat(id).name(),
                                report.getSignedBy(id),
                                report.getIndication(id),
                                report.getSubIndication(id)))
                .toList();
    }
}
