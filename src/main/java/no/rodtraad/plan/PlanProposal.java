package no.rodtraad.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.deadline.DeadlineTable;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.deadline.WorkingDays;
import no.rodtraad.hiring.CaseAnswers;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.Span;
import org.springframework.stereotype.Component;

/** Dates for every milestone of a case, from the decision table {@code deadlines} and the municipality's calendar. */
@Component
class PlanProposal {

    private static final int TALK_1_MONTHS = 2;
    private static final int TALK_2_MONTHS = 4;
    private static final int TALK_3_MONTHS = 5;
    private static final int WORKING_DAYS_TO_DECIDE = 5;

    private final DeadlineTable table;
    private final WorkingCalendars calendars;
    private final CaseAnswers answers;

    PlanProposal(DeadlineTable table, WorkingCalendars calendars, CaseAnswers answers) {
        this.table = table;
        this.calendars = calendars;
        this.answers = answers;
    }

    /**
     * @param reached what has happened already; its days stand
     * @param from the day from which the next is counted; nothing that is still to happen is proposed before it
     */
    Map<Milestone, LocalDate> of(CaseId caseId, Map<Milestone, Instant> reached, LocalDate from) {
        WorkingDays calendar = calendars.of(caseId.tenantId());
        Map<Milestone, LocalDate> days = new EnumMap<>(Milestone.class);
        LocalDate day = from;
        for (Milestone milestone : Milestone.values()) {
            day = reached.containsKey(milestone)
                    ? OsloTime.dayOf(reached.get(milestone))
                    : later(next(caseId, milestone, day, days, calendar), calendar.atOrAfter(from));
            days.put(milestone, day);
        }
        return days;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private LocalDate next(
            CaseId caseId,
            Milestone milestone,
            LocalDate previous,
            Map<Milestone, LocalDate> days,
            WorkingDays calendar) {
        return switch (milestone) {
            case POSITION_APPROVED, ADVERT_PUBLISHED, INTERVIEWS_HELD, OFFER_SENT ->
                calendar.due(previous, target(caseId, milestone));
            case APPLICATION_DEADLINE -> calendar.due(previous, span(caseId, "applicationPeriod"));
            case CONTRACT_SIGNED ->
                calendar.due(calendar.due(previous, span(caseId, "offerAnswer")), target(caseId, milestone));
            case FIRST_DAY -> firstDay(caseId, previous, calendar);
            case PROBATION_TALK_1 -> calendar.atOrAfter(months(days, TALK_1_MONTHS));
            case PROBATION_TALK_2 -> calendar.atOrAfter(months(days, TALK_2_MONTHS));
            case PROBATION_TALK_3 -> calendar.atOrAfter(months(days, TALK_3_MONTHS));
            case PROBATION_DECIDED -> calendar.after(months(days, TALK_3_MONTHS), WORKING_DAYS_TO_DECIDE);
            case PROBATION_COMPLETED -> calendar.dayAfter(firstDay(days), span(caseId, "probation"));
        };
    }

    /** Not before the day that was wished for when the need was reported. */
    private LocalDate firstDay(CaseId caseId, LocalDate signed, WorkingDays calendar) {
        LocalDate earliest = calendar.due(signed, span(caseId, "notice"));
        return wishedStart(caseId)
                .map(calendar::atOrAfter)
                .filter(wished -> wished.isAfter(earliest))
                .orElse(earliest);
    }

    private Optional<LocalDate> wishedStart(CaseId caseId) {
        return Optional.ofNullable(answers.latest(caseId, null).get("desiredStart"))
                .map(Object::toString)
                .map(LocalDate::parse);
    }

    private static LocalDate months(Map<Milestone, LocalDate> days, int months) {
        return firstDay(days).plusMonths(months);
    }

    private static LocalDate firstDay(Map<Milestone, LocalDate> days) {
        return java.util.Objects.requireNonNull(days.get(Milestone.FIRST_DAY));
    }

    private Span target(CaseId caseId, Milestone milestone) {
        DecisionPoint point = java.util.Objects.requireNonNull(milestone.point());
        return span(caseId, point.name());
    }

    private Span span(CaseId caseId, String step) {
        return table.of(caseId, step).target();
    }
}
