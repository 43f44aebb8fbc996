package no.rodtraad.vacancy;

import java.util.Map;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.messaging.MergeFieldSource;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import org.springframework.stereotype.Component;

/** What messages say about the vacancy. */
@Component
class VacancyMergeFields implements MergeFieldSource {

    private final Vacancies vacancies;
    private final HiringCases cases;
    private final Municipalities municipalities;
    private final PublicAddresses addresses;

    VacancyMergeFields(
            Vacancies vacancies, HiringCases cases, Municipalities municipalities, PublicAddresses addresses) {
        this.vacancies = vacancies;
        this.cases = cases;
        this.municipalities = municipalities;
        this.addresses = addresses;
    }

    @Override
    public void contribute(CaseId caseId, ApplicationId applicationId, Map<String, Object> fields) {
        fields.put("municipalityName", municipalities.get(caseId.tenantId()).name());
        vacancies.find(caseId).ifPresent(vacancy -> {
            fields.put("vacancyTitle", vacancy.title());
            fields.put("workplace", vacancy.workplace());
            fields.put("applicationDeadline", vacancy.applicationDeadline());
            fields.put("contactName", vacancy.contactName());
            fields.put("contactPhone", vacancy.contactPhone());
            fields.put("contactEmail", vacancy.contactEmail());
            fields.put("vacancyUrl", addresses.of(vacancy));
        });
        cases.mergedInto(caseId).flatMap(vacancies::find).ifPresent(other -> {
            fields.put("otherVacancyTitle", other.title());
            fields.put("otherVacancyUrl", addresses.of(other));
        });
    }
}
