package no.rodtraad.application;

import java.util.List;
import java.util.Map;
import no.rodtraad.document.Documents;
import no.rodtraad.messaging.FinalAnswers;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in an application and starts the applicant's journey, all or nothing. */
@Service
class ReceiveApplication {

    private final Applications applications;
    private final Vacancies vacancies;
    private final Documents documents;
    private final Journeys journeys;
    private final ApplicationEventPublisher events;

    ReceiveApplication(
            Applications applications,
            Vacancies vacancies,
            Documents documents,
            Journeys journeys,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.vacancies = vacancies;
        this.documents = documents;
        this.journeys = journeys;
        this.events = events;
    }

    enum Result {
        RECEIVED,
        HAS_APPLIED,
        TOO_LATE
    }

    @Transactional
    Result receive(Vacancy vacancy, ApplicationForm form, Upload cv, List<Upload> attachments) {
        ApplicationId id = ApplicationId.create();
        Result result = register(vacancy, form, id);
        if (result == Result.RECEIVED) {
            keep(vacancy, id, ApplicationDocuments.CV, cv);
            attachments.forEach(file -> keep(vacancy, id, ApplicationDocuments.ATTACHMENT, file));
        }
        return result;
    }

    /** Takes in an application whose files are kept already. */
    @Transactional
    Result register(Vacancy vacancy, ApplicationForm form, ApplicationId id) {
        if (!vacancies.isOpen(vacancy)) {
            return Result.TOO_LATE;
        }
        if (applications.hasApplied(vacancy.caseId(), form.getEmail())) {
            return Result.HAS_APPLIED;
        }
        @Nullable String exemption = form.isExemptionWanted() ? form.getExemptionReason() : null;
        applications.add(
                id,
                vacancy.caseId(),
                form,
                Gender.valueOf(form.getGender()),
                Integer.parseInt(form.getBirthYear()),
                exemption);
        journeys.start(
                vacancy.caseId(),
                id,
                Map.of(
                        HiringVariables.EXEMPTION_REQUESTED,
                        exemption != null,
                        HiringVariables.INTERVIEWED,
                        false,
                        HiringVariables.OUTCOME,
                        Outcome.REJECTED.name(),
                        HiringVariables.ANSWER_CODE,
                        FinalAnswers.GENERAL,
                        HiringVariables.REOPENED,
                        false));
        events.publishEvent(new ApplicationReceived(vacancy.caseId(), id));
        return Result.RECEIVED;
    }

    private void keep(Vacancy vacancy, ApplicationId id, String kind, Upload file) {
        documents.add(vacancy.caseId(), id, kind, file.fileName(), file.contentType(), file.content());
    }
}
