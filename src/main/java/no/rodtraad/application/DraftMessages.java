package no.rodtraad.application;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.messaging.Language;
import no.rodtraad.messaging.MessageSubject;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whom messages about a draft are for, and what they say. */
@Component
class DraftMessages implements MessageSubject {

    static final String KIND = "DRAFT";

    private final Drafts drafts;
    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final SecretLinks links;
    private final String publicUrl;

    DraftMessages(
            Drafts drafts,
            Vacancies vacancies,
            Municipalities municipalities,
            SecretLinks links,
            @Value("${rodtraad.public-url}") String publicUrl) {
        this.drafts = drafts;
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.links = links;
        this.publicUrl = publicUrl;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Addressee> addressee(UUID subject) {
        return drafts.find(new ApplicationId(subject))
                .map(draft -> new Addressee(
                        draft.caseId().tenantId(),
                        draft.name(),
                        draft.email(),
                        Language.of(draft.form().getLanguage())));
    }

    @Override
    public Map<String, Object> fields(UUID subject) {
        Draft draft = drafts.find(new ApplicationId(subject))
                .orElseThrow(() -> new IllegalStateException("No draft " + subject));
        Vacancy vacancy = vacancies.get(draft.caseId());
        return Map.of(
                "vacancyTitle", vacancy.title(),
                "workplace", vacancy.workplace(),
                "municipalityName",
                        municipalities.get(draft.caseId().tenantId()).name(),
                "applicationDeadline", vacancy.applicationDeadline(),
                "contactName", vacancy.contactName(),
                "contactPhone", vacancy.contactPhone(),
                "contactEmail", vacancy.contactEmail(),
                "vacancyUrl", publicUrl + "/stillinger/" + vacancy.slug());
    }

    @Override
    public String newLink(UUID subject) {
        return publicUrl + "/soknad/kladd/" + links.create(Purpose.DRAFT, subject);
    }
}
