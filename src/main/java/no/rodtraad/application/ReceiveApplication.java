package no.rodtraad.application;

import java.util.Map;
import java.util.Optional;
import no.rodtraad.document.Documents;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in an application and starts the applicant's journey, all or nothing. */
@Service
class ReceiveApplication {

    private final Applications applications;
    private final Vacancies vacancies;
    private final Documents documents;
    private final Journeys journeys;

    ReceiveApplication(Applications applications, Vacancies vacancies, Documents documents, Journeys journeys) {
        this.applications = applications;
        this.vacancies = vacancies;
        this.documents = documents;
        this.journeys = journeys;
    }

    enum Result {
        RECEIVED,
        HAS_APPLIED,
        TOO_LATE
    }

    @Transactional
    Result receive(Vacancy vacancy, ApplicationForm form, Upload cv, Optional<Upload> attachment) {
        if (!vacancies.isOpen(vacancy)) {
            return Result.TOO_LATE;
        }
        if (applications.hasApplied(vacancy.caseId(), form.getEmail())) {
            return Result.HAS_APPLIED;
        }
        ApplicationId id = ApplicationId.create();
        @Nullable String exemption = form.isExemptionWanted() ? form.getExemptionReason() : null;
        applications.add(
                id,
                vacancy.caseId(),
                form,
                Gender.valueOf(form.getGender()),
                Integer.parseInt(form.getBirthYear()),
                exemption);
        keep(vacancy, id, ApplicationDocuments.CV, cv);
        attachment.ifPresent(file -> keep(vacancy, id, ApplicationDocuments.ATTACHMENT, file));
        journeys.start(
                vacancy.caseId(),
                id,
                Map.of(
                        HiringVariables.EXEMPTION_REQUESTED,
                        exemption != null,
                        HiringVariables.INTERVIEWED,
                        false,
                        HiringVariables.OUTCOME,
                        Outcome.REJECTED.name()));
        return Result.RECEIVED;
    }

    private void keep(Vacancy vacancy, ApplicationId id, String kind, Upload file) {
        documents.add(vacancy.caseId(), id, kind, file.fileName(), file.contentType(), file.content());
    }
}
