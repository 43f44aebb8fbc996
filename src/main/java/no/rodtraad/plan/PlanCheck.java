package no.rodtraad.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.deadline.WorkingDays;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.plan.Plans.Meeting;
import no.rodtraad.plan.Plans.PlannedRole;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a plan must be like, whoever wrote it and wherever. */
@Component
class PlanCheck {

    private static final Set<String> ALWAYS_HELD = Set.of("hr", "manager");
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_PLACE = 200;

    private final WorkingCalendars calendars;
    private final StaffDirectory directory;
    private final Clock clock;

    PlanCheck(WorkingCalendars calendars, StaffDirectory directory, Clock clock) {
        this.calendars = calendars;
        this.directory = directory;
        this.clock = clock;
    }

    void people(CaseId caseId, Collection<PlannedRole> roles) {
        roles.forEach(role -> person(caseId, role));
    }

    private void person(CaseId caseId, PlannedRole role) {
        String name = PlanRoles.nameOf(role.groupId());
        if (role.holder() == null) {
            if (ALWAYS_HELD.contains(role.groupId())) {
                throw new PlanRefused("Velg hvem som er %s. HR og leder må alltid ha en person.".formatted(name));
            }
            if (role.deputy() != null) {
                throw new PlanRefused(
                        "Rollen %s har en stedfortreder, men ingen å være stedfortreder for. Velg en person, eller fjern stedfortrederen."
                                .formatted(name));
            }
            return;
        }
        if (role.holder().equals(role.deputy())) {
            throw new PlanRefused(
                    "%s er både %s og stedfortreder for seg selv. Velg en annen stedfortreder, eller ingen."
                            .formatted(directory.nameOf(role.holder()), name));
        }
        isIn(caseId, role.groupId(), role.holder(), name);
        isIn(caseId, role.groupId(), role.deputy(), name);
    }

    private void isIn(CaseId caseId, String groupId, @Nullable String userId, String name) {
        if (userId != null
                && directory.membersOf(caseId.tenantId(), groupId).stream()
                        .noneMatch(member -> member.userId().equals(userId))) {
            throw new PlanRefused(
                    "%s har ikke rollen %s i kommunen. Velg en som har den.".formatted(directory.nameOf(userId), name));
        }
    }

    /** Each on a working day, none before today, and in the order of the journey. What has happened already is not asked about. */
    void dates(CaseId caseId, Map<Milestone, LocalDate> dates, Set<Milestone> reached) {
        WorkingDays calendar = calendars.of(caseId.tenantId());
        LocalDate today = OsloTime.dayOf(clock.instant());
        Milestone previous = null;
        Map<Milestone, LocalDate> ahead = new TreeMap<>(dates);
        ahead.keySet().removeAll(reached);
        for (Milestone milestone : ahead.keySet()) {
            day(milestone, day(ahead, milestone), today, calendar);
            if (previous != null && day(ahead, milestone).isBefore(day(ahead, previous))) {
                throw new PlanRefused("«%s» (%s) kommer før «%s» (%s). Datoene må stå i samme rekkefølge som stegene."
                        .formatted(
                                MilestoneNames.of(milestone),
                                OsloTime.date(day(ahead, milestone)),
                                MilestoneNames.of(previous),
                                OsloTime.date(day(ahead, previous))));
            }
            previous = milestone;
        }
    }

    private static void day(Milestone milestone, LocalDate day, LocalDate today, WorkingDays calendar) {
        if (day.isBefore(today)) {
            throw new PlanRefused("«%s» har en dato som har vært, %s. Velg en dag fra i dag av."
                    .formatted(MilestoneNames.of(milestone), OsloTime.longDate(day)));
        }
        if (milestone != Milestone.PROBATION_COMPLETED && !calendar.isWorkingDay(day)) {
            throw new PlanRefused("«%s» er satt til %s, som ikke er en arbeidsdag. Neste arbeidsdag er %s."
                    .formatted(
                            MilestoneNames.of(milestone),
                            OsloTime.longDate(day),
                            OsloTime.longDate(calendar.atOrAfter(day))));
        }
    }

    void meeting(Meeting meeting) {
        if (meeting.title().isBlank() || meeting.title().length() > LONGEST_TITLE) {
            throw new PlanRefused("Skriv hva møtet gjelder, med høyst 120 tegn.");
        }
        if (meeting.place().isBlank() || meeting.place().length() > LONGEST_PLACE) {
            throw new PlanRefused("Skriv hvor «%s» skal være, med høyst 200 tegn.".formatted(meeting.title()));
        }
        if (!meeting.endsAt().isAfter(meeting.startsAt())) {
            throw new PlanRefused("«%s» slutter før det begynner. Rett klokkeslettene.".formatted(meeting.title()));
        }
        Instant now = clock.instant();
        if (meeting.startsAt().isBefore(now)) {
            throw new PlanRefused("«%s» er satt til %s, som har vært. Velg et tidspunkt fram i tid."
                    .formatted(meeting.title(), OsloTime.dateAndTime(meeting.startsAt())));
        }
    }

    private static LocalDate day(Map<Milestone, LocalDate> dates, Milestone milestone) {
        return java.util.Objects.requireNonNull(dates.get(milestone));
    }
}
