package no.rodtraad.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.document.Documents;
import no.rodtraad.document.Documents.StoredDocument;
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

/**
 * Takes in what an applicant sends and starts the applicant's journeys, all or nothing. One sending to several positions
 * becomes an application to each, with files, a journey and an answer of its own.
 */
@Service
class ReceiveApplication {

    private final Applications applications;
    private final ApplicationGroups groups;
    private final Vacancies vacancies;
    private final Documents documents;
    private final Journeys journeys;
    private final ApplicationEventPublisher events;

    ReceiveApplication(
            Applications applications,
            ApplicationGroups groups,
            Vacancies vacancies,
            Documents documents,
            Journeys journeys,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.groups = groups;
        this.vacancies = vacancies;
        this.documents = documents;
        this.journeys = journeys;
        this.events = events;
    }

    enum Reason {
        HAS_APPLIED,
        TOO_LATE
    }

    /** Why nothing was taken in, and for which position. */
    record Refusal(Reason reason, Vacancy vacancy) {}

    /**
     * Takes in an application to each position.
     *
     * @param inOrder of one municipality, the first wish first
     * @return empty when everything was received
     */
    @Transactional
    Optional<Refusal> receive(List<Vacancy> inOrder, ApplicationForm form, Upload cv, List<Upload> attachments) {
        Optional<Refusal> refusal = refusal(inOrder, form);
        if (refusal.isEmpty()) {
            Vacancy first = inOrder.get(0);
            ApplicationId id = ApplicationId.create();
            keep(first, id, ApplicationDocuments.CV, cv);
            attachments.forEach(file -> keep(first, id, ApplicationDocuments.ATTACHMENT, file));
            takeIn(inOrder, form, first, id);
        }
        return refusal;
    }

    /**
     * Takes in an application whose files are kept already, and one to each of the other positions.
     *
     * @param own the position whose application gets the id that the files are kept under
     */
    @Transactional
    Optional<Refusal> register(List<Vacancy> inOrder, ApplicationForm form, Vacancy own, ApplicationId id) {
        Optional<Refusal> refusal = refusal(inOrder, form);
        if (refusal.isEmpty()) {
            takeIn(inOrder, form, own, id);
        }
        return refusal;
    }

    /** In the order of the cases, so that two sendings of the same applicant do not wait for each other for ever. */
    private Optional<Refusal> refusal(List<Vacancy> inOrder, ApplicationForm form) {
        return inOrder.stream()
                .sorted(Comparator.comparing(vacancy -> vacancy.caseId().value()))
                .flatMap(vacancy -> refusal(vacancy, form).stream())
                .findFirst();
    }

    private Optional<Refusal> refusal(Vacancy vacancy, ApplicationForm form) {
        if (!vacancies.isOpen(vacancy)) {
            return Optional.of(new Refusal(Reason.TOO_LATE, vacancy));
        }
        return applications.hasApplied(vacancy.caseId(), form.getEmail())
                ? Optional.of(new Refusal(Reason.HAS_APPLIED, vacancy))
                : Optional.empty();
    }

    private void takeIn(List<Vacancy> inOrder, ApplicationForm form, Vacancy own, ApplicationId ownId) {
        List<ApplicationId> ids = new ArrayList<>();
        for (Vacancy vacancy : inOrder) {
            boolean isOwn = vacancy.slug().equals(own.slug());
            ApplicationId id = isOwn ? ownId : ApplicationId.create();
            if (!isOwn) {
                copyFiles(ownId, vacancy, id);
            }
            begin(vacancy, form, id);
            ids.add(id);
        }
        if (ids.size() > 1) {
            groups.tie(own.caseId().tenantId(), ids);
        }
    }

    private void begin(Vacancy vacancy, ApplicationForm form, ApplicationId id) {
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
    }

    /** Each application has its own files, so that one can be corrected or deleted without touching the others. */
    private void copyFiles(ApplicationId from, Vacancy vacancy, ApplicationId to) {
        documents.of(from).stream()
                .filter(info -> ApplicationDocuments.isSentByApplicant(info.kind()))
                .map(StoredDocument.Info::id)
                .flatMap(id -> documents.find(id).stream())
                .forEach(file -> documents.add(
                        vacancy.caseId(),
                        to,
                        file.info().kind(),
                        file.info().fileName(),
                        file.info().contentType(),
                        file.content()));
    }

    private void keep(Vacancy vacancy, ApplicationId id, String kind, Upload file) {
        documents.add(vacancy.caseId(), id, kind, file.fileName(), file.contentType(), file.content());
    }
}
