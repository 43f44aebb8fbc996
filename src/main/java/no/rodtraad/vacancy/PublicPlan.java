package no.rodtraad.vacancy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.deadline.PlannedDates;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dates of the plan that concern whoever thinks of applying. */
@Component
class PublicPlan {

    private static final Map<Milestone, String> CONCERN_APPLICANTS = concernApplicants();

    private final PlannedDates planned;
    private final Clock clock;

    PublicPlan(PlannedDates planned, Clock clock) {
        this.planned = planned;
        this.clock = clock;
    }

    /** @param date «fredag 18. desember 2026» */
    record Point(String what, String date) {}

    /** Those after the deadline and still ahead, in the order of the journey; none before HR has set dates. */
    List<Point> of(Vacancy vacancy) {
        LocalDate today = OsloTime.dayOf(clock.instant());
        Map<Milestone, LocalDate> dates = planned.of(vacancy.caseId());
        var points = new ArrayList<Point>();
        CONCERN_APPLICANTS.forEach((milestone, what) -> {
            @Nullable LocalDate date = dates.get(milestone);
            if (date != null && date.isAfter(today) && date.isAfter(vacancy.applicationDeadline())) {
                points.add(new Point(what, OsloTime.longDate(date)));
            }
        });
        return points;
    }

    private static Map<Milestone, String> concernApplicants() {
        var texts = new LinkedHashMap<Milestone, String>();
        texts.put(Milestone.INTERVIEWS_HELD, "Intervjuene er ferdige");
        texts.put(Milestone.OFFER_SENT, "Tilbud om stillingen er sendt");
        texts.put(Milestone.FIRST_DAY, "Første arbeidsdag");
        return texts;
    }
}
