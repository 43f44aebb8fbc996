package no.rodtraad.hiring;

import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.HiringVariables;
import org.springframework.stereotype.Component;

/** The start form «Meld behov». Less than full time starts the duty to document why (aml. § 14-1 b, check before use). */
@Component
class ReportNeed implements FormBinding {

    @Override
    public String formKey() {
        return "report-need";
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        context.set(HiringVariables.PART_TIME, answers.number("extentPercent") < 100);
    }
}
