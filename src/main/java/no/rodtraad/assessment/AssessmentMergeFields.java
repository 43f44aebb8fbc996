package no.rodtraad.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.application.Outcome;
import no.rodtraad.deadline.PlannedDates;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.hiring.CaseAnswers;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.messaging.MergeFieldSource;
import no.rodtraad.messaging.Wording;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What messages say about the assessment: who meets the candidate, what comes next and when, and how it ended. */
@Component
class AssessmentMergeFields implements MergeFieldSource {

    /** No candidate hears nothing for longer; journey.md calls it the maximum silence. */
    private static final int MAXIMUM_SILENCE = 10;

    private final Applications applications;
    private final CaseAnswers answers;
    private final PlannedDates planned;
    private final HiringCases cases;
    private final WorkingCalendars calendars;
    private final Clock clock;

    AssessmentMergeFields(
            Applications applications,
            CaseAnswers answers,
            PlannedDates planned,
            HiringCases cases,
            WorkingCalendars calendars,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.planned = planned;
        this.cases = cases;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void contribute(CaseId caseId, ApplicationId applicationId, Map<String, Object> fields) {
        Map<String, Object> known = answers.latest(caseId, applicationId);
        copy(known, "themes", fields, "interviewThemes");
        copy(known, "panelMembers", fields, "panelMembers");
        if (!fields.containsKey("interviewPlace")) {
            copy(known, "place", fields, "interviewPlace");
        }
        copy(known, "negativeFactsText", fields, "negativeFactsText");
        copy(known, "feedbackText", fields, "feedbackText");
        copy(known, "buddyName", fields, "buddyName");
        String referees = Stream.of("referenceOneName", "referenceTwoName")
                .map(known::get)
                .filter(java.util.Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" og "));
        if (!referees.isEmpty()) {
            fields.put("referenceNames", referees);
        }
        LocalDate today = OsloTime.dayOf(clock.instant());
        fields.put("nextMessageBy", calendars.of(caseId.tenantId()).after(today, MAXIMUM_SILENCE));
        fields.put("datesAhead", datesAhead(known, planned.of(caseId), today));

        HiringCases.HiringCase hiring = cases.get(caseId);
        if (hiring.cancelReason() != null) {
            fields.put("cancelReason", hiring.cancelReason());
        }
        applications.ofCase(caseId).stream()
                .filter(application -> application.outcome() == Outcome.HIRED)
                .map(ApplicationInfo::applicantName)
                .findFirst()
                .ifPresent(name -> fields.put("appointedName", name));
        applications
                .find(applicationId)
                .map(ApplicationInfo::outcome)
                .ifPresent(outcome -> fields.put(
                        "outcome" + outcome.name().charAt(0)
                                + outcome.name().substring(1).toLowerCase(java.util.Locale.ROOT),
                        true));
    }

    private static List<Map<String, Object>> datesAhead(
            Map<String, Object> known, Map<Milestone, LocalDate> planned, LocalDate today) {
        List<Map<String, Object>> ahead = new ArrayList<>();
        add(
                ahead,
                new Wording("Søknadsfrist", "Søknadsfrist"),
                Optional.ofNullable(known.get("applicationDeadline"))
                        .map(Object::toString)
                        .map(LocalDate::parse)
                        .orElse(null),
                today);
        add(ahead, new Wording("Intervju innen", "Intervju innan"), planned.get(Milestone.INTERVIEWS_HELD), today);
        add(
                ahead,
                new Wording("Tilbud om stillingen innen", "Tilbod om stillinga innan"),
                planned.get(Milestone.OFFER_SENT),
                today);
        add(
                ahead,
                new Wording("Planlagt første arbeidsdag", "Planlagd første arbeidsdag"),
                planned.get(Milestone.FIRST_DAY),
                today);
        return ahead;
    }

    private static void add(List<Map<String, Object>> ahead, Wording what, @Nullable LocalDate day, LocalDate today) {
        if (day != null && !day.isBefore(today)) {
            ahead.add(Map.of("what", what, "when", day));
        }
    }

    private static void copy(Map<String, Object> from, String key, Map<String, Object> to, String field) {
        @Nullable Object value = from.get(key);
        if (value != null) {
            to.put(field, value);
        }
    }
}
