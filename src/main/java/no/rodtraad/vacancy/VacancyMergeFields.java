package no.rodtraad.vacancy;

import java.util.Map;
import no.rodtraad.messaging.MergeFieldSource;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What messages say about the vacancy. */
@Component
class VacancyMergeFields implements MergeFieldSource {

    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final String publicUrl;

    VacancyMergeFields(
            Vacancies vacancies,
            Municipalities municipalities,
            @Value("${rodtraad.public-url:http://localhost:8080}") String publicUrl) {
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @Override
    public void contribute(CaseId caseId, ApplicationId applicationId, Map<String, Object> fields) {
        fields.put("municipalityName", municipalities.get(caseId.tenantId()).name());
        vacancies.find(caseId).ifPresent(vacancy -> {
            fields.put("vacancyTitle", vacancy.title());
            fields.put("workplace", vacancy.workplace());
            fields.put("applicationDeadline", OsloTime.longDate(vacancy.applicationDeadline()));
            fields.put("contactName", vacancy.contactName());
            fields.put("contactPhone", vacancy.contactPhone());
            fields.put("contactEmail", vacancy.contactEmail());
            fields.put("vacancyUrl", publicUrl + "/stillinger/" + vacancy.slug());
        });
    }
}
