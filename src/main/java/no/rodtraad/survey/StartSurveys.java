package no.rodtraad.survey;

import no.rodtraad.application.ApplicationAnswered;
import no.rodtraad.application.ApplicationReceived;
import no.rodtraad.process.SurveyJourneys;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Plans the surveys of each applicant in the transaction that takes in the application. */
@Component
class StartSurveys {

    private final SurveyJourneys journeys;

    StartSurveys(SurveyJourneys journeys) {
        this.journeys = journeys;
    }

    @EventListener
    void received(ApplicationReceived event) {
        journeys.start(event.caseId(), event.applicationId());
    }

    @EventListener
    void answered(ApplicationAnswered event) {
        journeys.tell("answered:" + event.applicationId(), event.caseId(), event.applicationId(), "survey.answered");
    }
}
