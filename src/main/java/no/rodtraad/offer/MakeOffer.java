package no.rodtraad.offer;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** «Ring og gi tilbud»: to the first in rank who has not said no. From here on the case is about that application. */
@Component
class MakeOffer implements FormBinding {

    private final Reserve reserve;

    MakeOffer(Reserve reserve) {
        this.reserve = reserve;
    }

    @Override
    public String formKey() {
        return "make-offer";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        List<ApplicationInfo> ranked = reserve.ranked(context.caseId());
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put(
                "candidateOptions",
                ranked.stream()
                        .map(application -> Map.of(
                                "value",
                                application.id().toString(),
                                "label",
                                "%d. %s".formatted(application.rank(), application.applicantName())))
                        .toList());
        Optional<ApplicationInfo> first = ranked.stream().findFirst();
        shown.put(
                "offeredApplication",
                first.map(application -> application.id().toString()).orElse(null));
        // called anew for each candidate, with a day of its own to answer by
        shown.put("called", false);
        shown.put("answerBy", null);
        return shown;
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        LocalDate today = OsloTime.dayOf(context.now());
        LocalDate answerBy = answers.date("answerBy");
        LocalDate firstDay = answers.date("firstDay");
        if (!answerBy.isAfter(today)) {
            throw new FormRejected("Svarfristen må være etter i dag, så kandidaten får tid til å tenke seg om.");
        }
        if (!firstDay.isAfter(answerBy)) {
            throw new FormRejected("Første arbeidsdag må være etter svarfristen.");
        }
        context.set(HiringVariables.APPLICATION_ID, answers.text("offeredApplication"));
        context.set(HiringVariables.OFFER_DEADLINE, OsloTime.endOf(answerBy));
        context.set(HiringVariables.OFFER_ACCEPTED, false);
    }
}
