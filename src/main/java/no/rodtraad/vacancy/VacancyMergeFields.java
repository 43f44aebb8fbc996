package no.rodtraad.vacancy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.hiring.CaseAnswers;
import no.rodtraad.messaging.MergeFieldSource;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What messages say about the vacancy. */
@Component
class VacancyMergeFields implements MergeFieldSource {

    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final CaseAnswers answers;
    private final Clock clock;
    private final String baseUrl;

    VacancyMergeFields(
            Vacancies vacancies,
            Municipalities municipalities,
            CaseAnswers answers,
            Clock clock,
            @Value("${rodtraad.base-url}") String baseUrl) {
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.answers = answers;
        this.clock = clock;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
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
            if (vacancy.policeCertificate()) {
                fields.put("policeCertificate", true);
            }
            fields.put("datesAhead", datesAhead(vacancy));
            fields.put("vacancyUrl", baseUrl + "/stillinger/" + vacancy.slug());
        });
    }

    /** What comes and when, as far as it is planned. */
    private List<Map<String, String>> datesAhead(Vacancy vacancy) {
        var dates = new ArrayList<Map<String, String>>();
        add(dates, "Søknadsfristen går ut", Optional.of(vacancy.applicationDeadline()));
        Map<String, Object> plan = answers.newest(vacancy.caseId(), null, "set-up-plan")
                .map(VacancyMergeFields::values)
                .orElse(Map.of());
        add(dates, "Intervjuene begynner", date(plan.get("interviewsFrom")));
        add(dates, "Vi regner med å ha bestemt oss", date(plan.get("decisionBy")));
        add(dates, "Planlagt første arbeidsdag", date(plan.get("plannedFirstDay")));
        return dates;
    }

    private static Map<String, Object> values(CaseAnswers.Submission submission) {
        var values = new HashMap<String, Object>();
        submission.answers().forEach(answer -> values.put(answer.fieldKey(), answer.value()));
        return values;
    }

    private static Optional<LocalDate> date(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString).map(LocalDate::parse);
    }

    private void add(List<Map<String, String>> dates, String what, Optional<LocalDate> day) {
        LocalDate today = OsloTime.dayOf(clock.instant());
        day.filter(one -> !one.isBefore(today))
                .ifPresent(one -> dates.add(Map.of("what", what, "when", OsloTime.longDate(one))));
    }
}
