package no.rodtraad.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.plan.Plans.PlannedRole;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.RoleHolders;
import org.springframework.stereotype.Component;

/** Who has a role in a case: as planned, and today, when absences count. */
@Component
class CaseRoles implements RoleHolders {

    static final String MANAGER = "manager";

    private final PlanStore plan;
    private final AbsenceStore absences;
    private final HiringCases cases;
    private final StaffDirectory directory;
    private final Clock clock;

    CaseRoles(PlanStore plan, AbsenceStore absences, HiringCases cases, StaffDirectory directory, Clock clock) {
        this.plan = plan;
        this.absences = absences;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    /** As planned. Before there is a plan, the one who reported the need is the manager, if that is what this one is. */
    List<PlannedRole> planned(CaseId caseId) {
        List<PlannedRole> roles = plan.roles(caseId);
        return roles.isEmpty() ? reporter(caseId).stream().toList() : roles;
    }

    Optional<PlannedRole> planned(CaseId caseId, String groupId) {
        return planned(caseId).stream()
                .filter(role -> role.groupId().equals(groupId))
                .findFirst();
    }

    private Optional<PlannedRole> reporter(CaseId caseId) {
        return cases.find(caseId)
                .map(HiringCases.HiringCase::reportedBy)
                .filter(user -> directory.membersOf(caseId.tenantId(), MANAGER).stream()
                        .anyMatch(member -> member.userId().equals(user)))
                .map(user -> new PlannedRole(MANAGER, user, null));
    }

    @Override
    public Optional<String> holderOf(CaseId caseId, String groupId) {
        return planned(caseId, groupId).flatMap(role -> today(caseId, role));
    }

    /** Nobody where both are away: then the whole group sees the task. */
    private Optional<String> today(CaseId caseId, PlannedRole role) {
        LocalDate today = OsloTime.dayOf(clock.instant());
        Optional<String> holder = Optional.ofNullable(role.holder());
        Optional<AbsenceStore.Absence> away = holder.flatMap(user -> absences.on(caseId.tenantId(), user, today));
        if (away.isEmpty()) {
            return holder;
        }
        return standIn(away.get(), role)
                .filter(user -> absences.on(caseId.tenantId(), user, today).isEmpty());
    }

    static Optional<String> standIn(AbsenceStore.Absence absence, PlannedRole role) {
        return Optional.ofNullable(absence.standIn()).or(() -> Optional.ofNullable(role.deputy()));
    }

    @Override
    public Optional<String> deputyOf(CaseId caseId, String groupId) {
        return planned(caseId, groupId).flatMap(role -> Optional.ofNullable(role.deputy()));
    }
}
