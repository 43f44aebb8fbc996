package no.rodtraad.vacancy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import no.rodtraad.hiring.CaseAnswers;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form in which the advert is written: it begins with what the case already knows and ends as a draft. */
@Component
class WriteAdvert implements FormBinding {

    private static final int USUAL_DAYS = 21;

    private final Vacancies vacancies;
    private final HiringCases cases;
    private final CaseAnswers answersOfCase;
    private final Municipalities municipalities;

    WriteAdvert(Vacancies vacancies, HiringCases cases, CaseAnswers answersOfCase, Municipalities municipalities) {
        this.vacancies = vacancies;
        this.cases = cases;
        this.answersOfCase = answersOfCase;
        this.municipalities = municipalities;
    }

    @Override
    public String formKey() {
        return "write-advert";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        Map<String, Object> earlier = answersOfCase.latest(context.caseId(), null);
        var values =
                vacancies.find(context.caseId()).map(WriteAdvert::written).orElseGet(() -> suggested(context, earlier));
        for (String told : new String[] {"reviewComment", "importantQualities", "suggestion"}) {
            if (earlier.containsKey(told)) {
                values.put(told, earlier.get(told));
            }
        }
        return values;
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        CaseId caseId = context.caseId();
        LocalDate deadline = answers.date("applicationDeadline");
        Deadlines.check(deadline, context.now());
        String title = required(answers, "title", "Skriv hva stillingen heter.");
        vacancies.saveDraft(new Vacancy(
                caseId,
                Slug.of(title, caseId),
                title,
                required(answers, "workplace", "Skriv hvor arbeidsstedet er."),
                context.get(HiringVariables.OCCUPATIONAL_GROUP)
                        .orElseGet(() -> cases.get(caseId).occupationalGroup()),
                answers.number("extentPercent"),
                answers.find("positions").isPresent() ? answers.number("positions") : 1,
                EmploymentType.of(required(answers, "employmentType", "Velg ansettelsesform.")),
                answers.text("introduction"),
                answers.text("duties"),
                answers.text("requirements"),
                answers.text("qualities"),
                answers.text("weOffer"),
                answers.text("aboutUs"),
                answers.text("salary"),
                answers.text("targetGroup"),
                answers.text("contactName"),
                answers.text("contactPhone"),
                answers.text("contactEmail"),
                context.get(HiringVariables.NEEDS_POLICE_CERTIFICATE).orElse(false),
                deadline,
                deadline,
                Vacancy.State.DRAFT,
                null));
        context.set(HiringVariables.APPLICATION_DEADLINE, OsloTime.endOf(deadline));
    }

    private static String required(FormAnswers answers, String field, String otherwise) {
        String text = answers.text(field).strip();
        if (text.isEmpty()) {
            throw new FormRejected(otherwise);
        }
        return text;
    }

    private static Map<String, @Nullable Object> written(Vacancy vacancy) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("title", vacancy.title());
        values.put("workplace", vacancy.workplace());
        values.put("extentPercent", vacancy.extentPercent());
        values.put("positions", vacancy.positions());
        values.put("employmentType", vacancy.employmentType().choice());
        values.put("targetGroup", vacancy.targetGroup());
        values.put("introduction", vacancy.introduction());
        values.put("duties", vacancy.duties());
        values.put("requirements", vacancy.requirements());
        values.put("qualities", vacancy.qualities());
        values.put("weOffer", vacancy.weOffer());
        values.put("aboutUs", vacancy.aboutUs());
        values.put("salary", vacancy.salary());
        values.put("contactName", vacancy.contactName());
        values.put("contactPhone", vacancy.contactPhone());
        values.put("contactEmail", vacancy.contactEmail());
        values.put("applicationDeadline", vacancy.applicationDeadline().toString());
        return values;
    }

    private Map<String, @Nullable Object> suggested(FormContext context, Map<String, Object> earlier) {
        HiringCases.HiringCase hiringCase = cases.get(context.caseId());
        String municipality = municipalities.get(context.caseId().tenantId()).name();
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("title", earlier.getOrDefault("title", hiringCase.title()));
        values.put("workplace", earlier.getOrDefault("workplace", hiringCase.workplace()));
        values.put("extentPercent", earlier.getOrDefault("extentPercent", 100));
        values.put("positions", 1);
        values.put(
                "employmentType",
                context.get(HiringVariables.TEMPORARY).orElse(false)
                        ? EmploymentType.TEMPORARY.choice()
                        : EmploymentType.PERMANENT.choice());
        values.put("duties", earlier.get("tasks"));
        values.put("requirements", earlier.get("competence"));
        values.put("weOffer", """
                - god oppfølging den første tiden, med egen fadder
                - kollegaer som deler det de kan
                - god pensjonsordning og gruppelivsforsikring
                - lønn etter tariffavtalen""");
        values.put(
                "aboutUs",
                "%s vil at de ansatte skal speile mangfoldet blant innbyggerne. Vi oppfordrer alle kvalifiserte til å søke, uansett alder, kjønn, funksjonsevne og bakgrunn."
                        .formatted(municipality));
        values.put("salary", "Lønn etter tariffavtalen, ut fra utdanning og ansiennitet.");
        values.put(
                "applicationDeadline",
                OsloTime.dayOf(context.now()).plusDays(USUAL_DAYS).toString());
        values.values().removeIf(value -> value == null);
        return values;
    }
}
