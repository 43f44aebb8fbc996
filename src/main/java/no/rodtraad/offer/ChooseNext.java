package no.rodtraad.offer;

import java.time.LocalDate;
import java.util.Map;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Reopening;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** «Velg neste skritt», when the candidate said no, did not answer in time or withdrew after signing. A person decides; no timer does. */
@Component
class ChooseNext implements FormBinding {

    private final Offers offers;
    private final Reserve reserve;
    private final Reopening reopening;

    ChooseNext(Offers offers, Reserve reserve, Reopening reopening) {
        this.offers = offers;
        this.reserve = reserve;
        this.reopening = reopening;
    }

    @Override
    public String formKey() {
        return "choose-next";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        return Map.of(
                "answerStatus",
                context.applicationId()
                        .flatMap(offers::newest)
                        .map(ChooseNext::describe)
                        .orElse("Tilbudet er trukket."));
    }

    private static String describe(Offers.Offer offer) {
        return switch (offer.state()) {
            case DECLINED ->
                "Kandidaten takket nei."
                        + (offer.declineReason() == null ? "" : " Begrunnelse: " + offer.declineReason());
            case OPEN ->
                "Kandidaten har ikke svart. Fristen var "
                        + OsloTime.longDate(offer.terms().answerBy()) + ".";
            case ACCEPTED -> "Kandidaten har takket ja.";
            case LAPSED -> "Tilbudet gjelder ikke lenger. Kandidaten har trukket seg, eller svarte ikke i tide.";
        };
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        if (answers.text("nextStep").equals("extend")) {
            extend(context, answers.date("newAnswerBy"));
            return;
        }
        if (answers.text("nextStep").equals("next")) {
            requireNext(context);
        }
        context.set(HiringVariables.OFFER_ACCEPTED, false);
    }

    private void requireNext(FormContext context) {
        ApplicationInfo next = reserve.next(context.caseId())
                .orElseThrow(() -> new FormRejected(
                        "Det er ingen flere i innstillingen å gå videre til. Velg «Avslutt uten ansettelse»."));
        if (!next.open() && reopening.mustWait(next.id())) {
            throw new FormRejected(
                    "Neste kandidat venter fortsatt på svaret eller tilbakemeldingen fra forrige runde. Gjør det ferdig først, og velg så igjen.");
        }
    }

    private void extend(FormContext context, LocalDate answerBy) {
        Offers.Offer offer = context.applicationId()
                .flatMap(offers::newest)
                .filter(newest -> newest.state() == Offers.State.OPEN)
                .orElseThrow(
                        () -> new FormRejected(
                                "Kandidaten har allerede svart, så det er ingen frist å forlenge. Velg «Neste kandidat» eller «Avslutt»."));
        if (!answerBy.isAfter(OsloTime.dayOf(context.now()))) {
            throw new FormRejected("Den nye svarfristen må være etter i dag.");
        }
        offers.prolong(offer.id(), answerBy);
        context.set(HiringVariables.OFFER_DEADLINE, OsloTime.endOf(answerBy));
    }
}
