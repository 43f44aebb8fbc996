package no.rodtraad.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.rodtraad.process.CandidateViews;
import no.rodtraad.process.CandidateViews.View;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.PublicTexts;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;

/**
 * The way of an application, told to the one who sent it: what the diagrams let candidates see, with the deadline of the
 * advert between what comes before and after it, and the days the plan expects.
 */
final class CandidateTimeline {

    private static final String TITLE_ENDS = ": ";

    private CandidateTimeline() {}

    enum Mark {
        DONE,
        NOW,
        NEXT
    }

    /**
     * @param text what there is to say beside the title, or null
     * @param when a date in words, or null where there is none
     * @param drawn whether title and text are the diagrams', in Norwegian
     */
    record Step(
            Mark mark,
            String title,
            @Nullable String text,
            @Nullable String when,
            boolean drawn) {}

    /**
     * @param accepting whether one may still apply; until then the assessment lies ahead
     * @param expected when milestones that are not reached are expected, as things stand
     */
    static List<Step> of(
            List<View> views,
            Vacancy vacancy,
            boolean accepting,
            Map<Milestone, LocalDate> expected,
            PublicTexts texts) {
        List<Step> before = new ArrayList<>();
        List<Step> after = new ArrayList<>();
        for (View view : views) {
            Mark mark = mark(view, accepting);
            boolean beforeDeadline = accepting
                    ? mark != Mark.NEXT
                    : view.at() != null && view.at().isBefore(vacancy.closesAt());
            (beforeDeadline ? before : after).add(step(view, mark, expected, texts));
        }
        before.add(deadline(vacancy, accepting, texts));
        before.addAll(after);
        return before;
    }

    private static Step deadline(Vacancy vacancy, boolean accepting, PublicTexts texts) {
        String day = texts.shortDate(vacancy.applicationDeadline());
        return accepting
                ? new Step(
                        Mark.NOW,
                        texts.get("step.deadline"),
                        texts.get("step.deadline.text"),
                        texts.get("step.deadline.when", day),
                        false)
                : new Step(
                        Mark.DONE, texts.get("step.deadline.over"), texts.get("step.deadline.over.text"), day, false);
    }

    private static Mark mark(View view, boolean accepting) {
        return switch (view.state()) {
            case DONE -> Mark.DONE;
            case NOW -> accepting && view.waitsForCase() ? Mark.NEXT : Mark.NOW;
            case AHEAD -> Mark.NEXT;
        };
    }

    private static Step step(View view, Mark mark, Map<Milestone, LocalDate> expected, PublicTexts texts) {
        int end = view.text().indexOf(TITLE_ENDS);
        String title = end < 0 ? view.text() : view.text().substring(0, end);
        return new Step(
                mark,
                title.endsWith(".") ? title.substring(0, title.length() - 1) : title,
                end < 0 ? null : view.text().substring(end + TITLE_ENDS.length()),
                when(view, expected, texts),
                true);
    }

    private static @Nullable String when(View view, Map<Milestone, LocalDate> expected, PublicTexts texts) {
        if (view.state() == CandidateViews.State.DONE) {
            return view.at() == null ? null : texts.shortDate(OsloTime.dayOf(view.at()));
        }
        @Nullable LocalDate day = view.expectedBy() == null ? null : expected.get(view.expectedBy());
        return day == null ? null : texts.get("step.expected", texts.shortDate(day));
    }
}
