package no.rodtraad.offer;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import no.rodtraad.messaging.MergeFieldSource;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.springframework.stereotype.Component;

/** What messages say about the offer. */
@Component
class OfferMergeFields implements MergeFieldSource {

    private final Offers offers;

    OfferMergeFields(Offers offers) {
        this.offers = offers;
    }

    @Override
    public void contribute(CaseId caseId, ApplicationId applicationId, Map<String, Object> fields) {
        offers.newest(applicationId).map(Offers.Offer::terms).ifPresent(terms -> {
            fields.put("offerSalary", kroner(terms.salaryNok()));
            fields.put("offerExtent", terms.extentPercent() + " prosent");
            fields.put("offerFirstDay", terms.firstDay());
            fields.put("firstDay", terms.firstDay());
            fields.put("offerAnswerBy", terms.answerBy());
            if (terms.terms() != null) {
                fields.put("offerTerms", terms.terms());
            }
        });
    }

    static String kroner(int amount) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag("nb-NO")).format(amount) + " kroner i året";
    }
}
