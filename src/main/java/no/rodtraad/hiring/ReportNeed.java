package no.rodtraad.hiring;

import java.time.LocalDate;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.HiringVariables;
import org.springframework.stereotype.Component;

/**
 * The start form «Meld behov». Less than full time starts the duty to document why (aml. § 14-1 b, check before use). A
 * position that ends within six months may follow a shorter variant.
 */
@Component
class ReportNeed implements FormBinding {

    private static final String BY_TABLE = "byTable";
    private static final int SHORT_MONTHS = 6;

    @Override
    public String formKey() {
        return "report-need";
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        context.set(HiringVariables.PART_TIME, answers.number("extentPercent") < 100);
        context.set(HiringVariables.SHORT_TERM, isShort(answers));
        if (answers.find("requestedVariant").isEmpty()) {
            context.set(HiringVariables.REQUESTED_VARIANT, BY_TABLE);
        }
    }

    /** Whether it is known to end before half a year has passed. */
    private static boolean isShort(FormAnswers answers) {
        LocalDate limit = answers.date("desiredStart").plusMonths(SHORT_MONTHS);
        return answers.flag("temporary")
                && answers.findDate("temporaryUntil")
                        .filter(end -> end.isBefore(limit))
                        .isPresent();
    }
}
