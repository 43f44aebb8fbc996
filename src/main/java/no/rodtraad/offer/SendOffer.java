package no.rodtraad.offer;

import java.time.LocalDate;
import java.util.Map;
import no.rodtraad.hiring.CaseAnswers;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.StepId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the offer stand, takes back one that stood before, and keeps the others in rank warm. */
@Component("sendOffer")
class SendOffer implements JavaDelegate {

    private final Offers offers;
    private final Reserve reserve;
    private final CaseAnswers answers;
    private final Journeys journeys;

    SendOffer(Offers offers, Reserve reserve, CaseAnswers answers, Journeys journeys) {
        this.offers = offers;
        this.reserve = reserve;
        this.answers = answers;
        this.journeys = journeys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId caseId = CaseId.of(execution);
        ApplicationId to = ApplicationId.of(execution);
        StepId step = StepId.of(execution);
        for (Offers.Offer standing : offers.standing(caseId)) {
            offers.lapse(standing.id());
            journeys.tellCandidate(
                    step + ":" + standing.applicationId(),
                    caseId,
                    standing.applicationId(),
                    "candidate.offerLapsed",
                    Map.of());
        }
        offers.make(caseId, to, terms(answers.latest(caseId, to)));
        journeys.tellCandidate(step + ":" + to, caseId, to, "candidate.offered", Map.of());
        reserve.besides(caseId, to)
                .forEach(other -> reserve.tell(step, caseId, other, KeepReserveWarm.STILL_IN_QUESTION));
    }

    private static Offers.Terms terms(Map<String, Object> known) {
        @Nullable Object terms = known.get("terms");
        return new Offers.Terms(
                number(known, "salaryNok"),
                number(known, "extentPercent"),
                LocalDate.parse(String.valueOf(known.get("firstDay"))),
                terms == null ? null : terms.toString(),
                LocalDate.parse(String.valueOf(known.get("answerBy"))));
    }

    private static int number(Map<String, Object> known, String key) {
        if (known.get(key) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("The offer has no " + key);
    }
}
