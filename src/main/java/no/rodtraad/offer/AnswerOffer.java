package no.rodtraad.offer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.application.ApplicationWithdrawn;
import no.rodtraad.application.Applications;
import no.rodtraad.application.OfferAnswers;
import no.rodtraad.application.OfferView;
import no.rodtraad.application.Outcome;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.ProcessVariable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The candidate's answer, from the candidate's own page or by withdrawing. The first answer counts. */
@Component
class AnswerOffer implements OfferAnswers {

    private final Offers offers;
    private final Applications applications;
    private final Journeys journeys;

    AnswerOffer(Offers offers, Applications applications, Journeys journeys) {
        this.offers = offers;
        this.applications = applications;
        this.journeys = journeys;
    }

    @Override
    public Optional<OfferView> open(ApplicationId applicationId) {
        return offers.newest(applicationId).map(this::view);
    }

    private OfferView view(Offers.Offer offer) {
        return new OfferView(
                "Tilbud om stilling",
                offer.terms().salaryNok(),
                offer.terms().extentPercent(),
                offer.terms().firstDay(),
                offer.terms().terms(),
                offer.terms().answerBy(),
                OfferView.State.valueOf(offer.state().name()));
    }

    @Override
    @Transactional
    public void answer(ApplicationId applicationId, boolean accepted, @Nullable String reason) {
        Offers.Offer offer = offers.newest(applicationId)
                .orElseThrow(() -> new Refused("Vi finner ikke noe tilbud til deg. Ta kontakt, så hjelper vi deg."));
        if (!offers.answer(offer.id(), accepted, reason)) {
            throw new Refused(
                    switch (offer.state()) {
                        case ACCEPTED -> "Du har allerede takket ja til tilbudet.";
                        case DECLINED -> "Du har allerede takket nei til tilbudet.";
                        case OPEN, LAPSED -> "Tilbudet gjelder ikke lenger. Ta kontakt med oss hvis du har spørsmål.";
                    });
        }
        if (!accepted) {
            applications.conclude(applicationId, Outcome.DECLINED);
        }
        tell(offer, accepted);
    }

    private void tell(Offers.Offer offer, boolean accepted) {
        String key = "offer:" + offer.id();
        Map<ProcessVariable<?>, Object> flags = new LinkedHashMap<>();
        flags.put(HiringVariables.OFFER_ACCEPTED, accepted);
        journeys.tellCase(key, offer.caseId(), "case.offerAnswered", flags);
        if (!accepted) {
            flags.put(HiringVariables.OUTCOME, Outcome.DECLINED.name());
        }
        journeys.tellCandidate(key, offer.caseId(), offer.applicationId(), "candidate.answeredOffer", flags);
    }

    /** Whoever withdraws while an offer stands has said no to it. */
    @EventListener
    void withdrawn(ApplicationWithdrawn event) {
        offers.newest(event.applicationId()).ifPresent(offer -> {
            if (offers.answer(offer.id(), false, "Trakk søknaden.")) {
                journeys.tellCase(
                        "offer:" + offer.id(),
                        offer.caseId(),
                        "case.offerAnswered",
                        Map.of(HiringVariables.OFFER_ACCEPTED, false));
            } else {
                offers.lapse(offer.id());
            }
        });
    }
}
