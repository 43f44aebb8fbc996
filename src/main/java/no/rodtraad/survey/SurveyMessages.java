package no.rodtraad.survey;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.messaging.Language;
import no.rodtraad.messaging.MessageSubject;
import no.rodtraad.messaging.Recipients;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.survey.SurveyInvitations.Invitation;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a message that invites to a survey says, and to whom it goes. */
@Component
class SurveyMessages implements MessageSubject {

    static final String KIND = "SURVEY";

    private final SurveyInvitations invitations;
    private final Questionnaires questionnaires;
    private final Applications applications;
    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final Recipients recipients;
    private final SecretLinks links;
    private final String publicUrl;

    SurveyMessages(
            SurveyInvitations invitations,
            Questionnaires questionnaires,
            Applications applications,
            Vacancies vacancies,
            Municipalities municipalities,
            Recipients recipients,
            SecretLinks links,
            @Value("${rodtraad.public-url:http://localhost:8080}") String publicUrl) {
        this.invitations = invitations;
        this.questionnaires = questionnaires;
        this.applications = applications;
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.recipients = recipients;
        this.links = links;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Addressee> addressee(UUID subject) {
        return invitations
                .find(subject)
                .flatMap(invitation -> applications.find(invitation.applicationId()))
                .map(application -> new Addressee(
                        application.caseId().tenantId(),
                        application.applicantName(),
                        application.email(),
                        languageOf(application.id())));
    }

    @Override
    public Map<String, Object> fields(UUID subject) {
        Map<String, Object> fields = new HashMap<>();
        invitations.find(subject).ifPresent(invitation -> describe(invitation, fields));
        return fields;
    }

    private void describe(Invitation invitation, Map<String, Object> fields) {
        ApplicationInfo application = applications.get(invitation.applicationId());
        Vacancy vacancy = vacancies.get(invitation.caseId());
        fields.put(
                "municipalityName",
                municipalities.get(invitation.caseId().tenantId()).name());
        fields.put("applicantFirstName", application.firstName());
        fields.put("vacancyTitle", vacancy.title());
        fields.put("workplace", vacancy.workplace());
        fields.put("contactName", vacancy.contactName());
        fields.put("contactPhone", vacancy.contactPhone());
        fields.put("contactEmail", vacancy.contactEmail());
        fields.put(
                "surveyName",
                questionnaires
                        .of(invitation.kind(), languageOf(application.id()))
                        .name());
    }

    @Override
    public String newLink(UUID subject) {
        return publicUrl + "/undersokelse/" + links.create(Purpose.SURVEY, subject);
    }

    private Language languageOf(ApplicationId application) {
        return recipients.languageOf(application);
    }
}
