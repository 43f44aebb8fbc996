package no.rodtraad.survey;

import java.time.LocalDate;
import java.util.Date;
import no.rodtraad.application.OfferAnswers;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.ForDiagrams;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.Vacancies;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** When to ask, for the timers of the diagram: eight in the morning so many calendar days after something else. */
@ForDiagrams
@Component("surveyDate")
public class SurveyDate {

    private final Vacancies vacancies;
    private final OfferAnswers offers;

    SurveyDate(Vacancies vacancies, OfferAnswers offers) {
        this.vacancies = vacancies;
        this.offers = offers;
    }

    /** After the application deadline as it is now. */
    @ForDiagrams
    public Date afterDeadline(DelegateExecution execution, int days) {
        LocalDate deadline = vacancies.get(CaseId.of(execution)).applicationDeadline();
        return OsloTime.morningOf(deadline.plusDays(days));
    }

    /** After the first day of work that was offered. */
    @ForDiagrams
    public Date afterFirstDay(DelegateExecution execution, int days) {
        ApplicationId application = ApplicationId.of(execution);
        return offers.open(application)
                .map(offer -> OsloTime.morningOf(offer.firstDay().plusDays(days)))
                .orElseThrow(() -> new IllegalStateException("Application %s has no offer".formatted(application)));
    }
}
