package no.rodtraad.offer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.rodtraad.application.Applications;
import no.rodtraad.archive.ArchiveRecord;
import no.rodtraad.archive.RecordSource;
import no.rodtraad.document.PdfRenderer;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The candidate's answer to an offer, for the archive (D24). */
@Component
class OfferRecords implements RecordSource {

    private final Offers offers;
    private final Applications applications;
    private final HiringCases cases;
    private final Municipalities municipalities;
    private final PdfRenderer pdf;

    OfferRecords(
            Offers offers,
            Applications applications,
            HiringCases cases,
            Municipalities municipalities,
            PdfRenderer pdf) {
        this.offers = offers;
        this.applications = applications;
        this.cases = cases;
        this.municipalities = municipalities;
        this.pdf = pdf;
    }

    @Override
    public Set<String> documentCodes() {
        return Set.of("D24");
    }

    @Override
    public Optional<ArchiveRecord> record(String documentCode, CaseId caseId, @Nullable ApplicationId applicationId) {
        if (applicationId == null) {
            return Optional.empty();
        }
        return offers.newest(applicationId)
                .flatMap(offer -> Optional.ofNullable(offer.answeredAt()).map(at -> record(caseId, offer, at)));
    }

    private ArchiveRecord record(CaseId caseId, Offers.Offer offer, Instant answeredAt) {
        String name = applications.get(offer.applicationId()).applicantName();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("municipality", municipalities.get(caseId.tenantId()).name());
        model.put("documentDate", answeredAt);
        model.put("caseNumber", caseId.caseNumber());
        model.put("position", cases.get(caseId).title());
        model.put("name", name);
        model.put("accepted", offer.state() == Offers.State.ACCEPTED);
        model.put("reason", offer.declineReason() == null ? "" : offer.declineReason());
        model.put("answeredAt", OsloTime.dateAndTime(answeredAt));
        model.put("salary", OfferMergeFields.kroner(offer.terms().salaryNok()));
        model.put("extent", offer.terms().extentPercent() + " %");
        model.put("firstDay", OsloTime.longDate(offer.terms().firstDay()));
        return new ArchiveRecord(
                "Svar på tilbud fra " + name,
                "Svar på tilbud om stilling",
                ArchiveRecord.Kind.INCOMING,
                List.of(new ArchiveRecord.File(
                        "svar-paa-tilbud.pdf", "application/pdf", pdf.render("offer-answer", caseId, model))));
    }
}
