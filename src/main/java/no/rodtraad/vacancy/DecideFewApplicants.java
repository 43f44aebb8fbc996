package no.rodtraad.vacancy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form in which manager and HR decide what to do when few have applied. */
@Component
class DecideFewApplicants implements FormBinding {

    private static final int USUAL_DAYS = 14;

    private final Vacancies vacancies;
    private final Adverts adverts;
    private final ReceivedApplications applications;

    DecideFewApplicants(Vacancies vacancies, Adverts adverts, ReceivedApplications applications) {
        this.vacancies = vacancies;
        this.adverts = adverts;
        this.applications = applications;
    }

    @Override
    public String formKey() {
        return "decide-few-applicants";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("applicantCount", applications.count(context.caseId()));
        values.put(
                "newDeadline",
                OsloTime.dayOf(context.now()).plusDays(USUAL_DAYS).toString());
        return values;
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        switch (answers.text("fewApplicantsChoice")) {
            case "prolong" -> prolong(context, answers);
            case "withdraw" -> {
                vacancies.withdraw(context.caseId());
                adverts.changed("withdraw:" + context.caseId(), context.caseId());
            }
            default -> {
                // going on with those who applied changes nothing in the advert
            }
        }
    }

    private void prolong(FormContext context, FormAnswers answers) {
        LocalDate deadline = answers.findDate("newDeadline")
                .orElseThrow(() -> new FormRejected("Velg en ny søknadsfrist når fristen skal forlenges."));
        Deadlines.checkProlonged(deadline, context.now());
        vacancies.moveDeadline(context.caseId(), deadline);
        context.set(HiringVariables.APPLICATION_DEADLINE, OsloTime.endOf(deadline));
    }
}
