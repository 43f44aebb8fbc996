package no.rodtraad.assessment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.application.InterviewSlots;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.OsloTime;
import org.springframework.stereotype.Component;

/** «Forbered intervjuene»: the times that candidates may choose among, at least one for each of them. */
@Component
class PrepareInterview implements FormBinding {

    private final Applications applications;
    private final InterviewSlots slots;

    PrepareInterview(Applications applications, InterviewSlots slots) {
        this.applications = applications;
        this.slots = slots;
    }

    @Override
    public String formKey() {
        return "prepare-interview";
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        List<Instant> times = answers.rows("slots").stream()
                .filter(row -> row.containsKey("startsAt"))
                .map(row -> OffsetDateTime.parse(row.get("startsAt").toString()).toInstant())
                .distinct()
                .toList();
        times.stream().filter(time -> time.isBefore(context.now())).findFirst().ifPresent(past -> {
            throw new FormRejected("Intervjutiden " + OsloTime.dateAndTime(past)
                    + " har allerede vært. Velg et tidspunkt fram i tid.");
        });
        long invited = applications.openOfCase(context.caseId()).stream()
                .filter(ApplicationInfo::invited)
                .count();
        if (times.size() < invited) {
            throw new FormRejected(
                    "%d kandidater skal inviteres, men det er bare %d intervjutider. Legg til flere tider."
                            .formatted(invited, times.size()));
        }
        times.forEach(time -> slots.offer(context.caseId(), time, answers.text("place")));
    }
}
