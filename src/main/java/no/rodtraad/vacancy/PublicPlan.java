package no.rodtraad.vacancy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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

    private static final List<Milestone> CONCERN_APPLICANTS =
            List.of(Milestone.INTERVIEWS_HELD, Milestone.OFFER_SENT, Milestone.FIRST_DAY);

    private final PlannedDates planned;
    private final PublicTexts texts;
    private final Clock clock;

    PublicPlan(PlannedDates planned, PublicTexts texts, Clock clock) {
        this.planned = planned;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param date «fredag 18. desember 2026» */
    record Point(String what, String date) {}

    /** Those after the deadline and still ahead, in the order of the journey; none before HR has set dates. */
    List<Point> of(Vacancy vacancy) {
        LocalDate today = OsloTime.dayOf(clock.instant());
        Map<Milestone, LocalDate> dates = planned.of(vacancy.caseId());
        var points = new ArrayList<Point>();
        CONCERN_APPLICANTS.forEach(milestone -> {
            @Nullable LocalDate date = dates.get(milestone);
            if (date != null && date.isAfter(today) && date.isAfter(vacancy.applicationDeadline())) {
                points.add(new Point(texts.get("plan." + milestone), texts.date(date)));
            }
        });
        return points;
    }
}
