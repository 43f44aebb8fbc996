package no.rodtraad.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.messaging.StaffMessages;
import no.rodtraad.plan.AbsenceStore.Absence;
import no.rodtraad.plan.Plans.PlannedRole;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.TaskHands;
import no.rodtraad.process.TaskHands.Held;
import no.rodtraad.process.TimeTravel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Employees who are away. When an absence begins, their open tasks go to the one who stands in; while it lasts, so do new
 * ones. What has moved stays moved when they are back.
 */
@Service
public class Absences {

    private static final long MILLIS_BETWEEN_LOOKS = 30_000;

    private final AbsenceStore store;
    private final CaseRoles roles;
    private final TaskHands hands;
    private final StaffDirectory directory;
    private final StaffMessages messages;
    private final PlanLog log;
    private final Clock clock;

    Absences(
            AbsenceStore store,
            CaseRoles roles,
            TaskHands hands,
            StaffDirectory directory,
            StaffMessages messages,
            PlanLog log,
            Clock clock) {
        this.store = store;
        this.roles = roles;
        this.hands = hands;
        this.directory = directory;
        this.messages = messages;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param standIn user id; null for the deputy of each case's plan
     * @param lastDay the day before the employee is back
     */
    public record Away(
            UUID id,
            String tenantId,
            String userId,
            @Nullable String standIn,
            LocalDate firstDay,
            LocalDate lastDay) {}

    /**
     * @param moved how many tasks went to another
     * @param left names of tasks that nobody could take over
     */
    public record HandedOver(int moved, List<String> left) {}

    /** Those that have not passed, by first day. */
    public List<Away> current(String tenantId) {
        return store.current(tenantId, today()).stream().map(Absences::away).toList();
    }

    public Optional<Away> find(UUID id) {
        return store.find(id).map(Absences::away);
    }

    /**
     * Registers an absence; one that has begun moves the open tasks at once.
     *
     * @param actor user id of the one who registers it
     * @throws PlanRefused when the days or the stand-in cannot be right
     */
    @Transactional
    public HandedOver register(
            String tenantId,
            String actor,
            String userId,
            @Nullable String standIn,
            LocalDate firstDay,
            LocalDate lastDay) {
        check(tenantId, userId, standIn);
        if (lastDay.isBefore(firstDay)) {
            throw new PlanRefused("Fraværet slutter før det begynner. Rett en av datoene.");
        }
        if (lastDay.isBefore(today())) {
            throw new PlanRefused("Fraværet er over allerede. Skriv en siste dag fra i dag av.");
        }
        var absence = new Absence(UUID.randomUUID(), tenantId, userId, standIn, firstDay, lastDay, actor);
        store.add(absence, clock.instant());
        log.add(
                actor,
                PlanLog.Action.ABSENCE_REGISTERED,
                tenantId,
                null,
                "%s %s/%s".formatted(userId, firstDay, lastDay));
        return firstDay.isAfter(today()) ? new HandedOver(0, List.of()) : start(absence);
    }

    /** The employee is back, or was never away. */
    @Transactional
    public void end(UUID id, String actor) {
        store.find(id).ifPresent(absence -> {
            store.end(id, clock.instant());
            log.add(actor, PlanLog.Action.ABSENCE_ENDED, absence.tenantId(), null, absence.userId());
        });
    }

    /**
     * Moves all open tasks now, without an absence.
     *
     * @throws PlanRefused when the stand-in cannot be right
     */
    @Transactional
    public HandedOver handOverNow(String tenantId, String actor, String userId, @Nullable String standIn) {
        check(tenantId, userId, standIn);
        return move(new Absence(UUID.randomUUID(), tenantId, userId, standIn, today(), today(), actor), null);
    }

    /** Begins the absences whose first day has come. */
    @Scheduled(fixedDelay = MILLIS_BETWEEN_LOOKS)
    @EventListener(TimeTravel.Arrived.class)
    @Transactional
    public void startDue() {
        store.toStart(today()).forEach(this::start);
    }

    private HandedOver start(Absence absence) {
        return store.start(absence.id(), clock.instant())
                ? move(absence, OsloTime.longDate(absence.lastDay()))
                : new HandedOver(0, List.of());
    }

    private void check(String tenantId, String userId, @Nullable String standIn) {
        if (!works(tenantId, userId)) {
            throw new PlanRefused("Velg en ansatt i kommunen.");
        }
        if (standIn == null) {
            return;
        }
        if (standIn.equals(userId)) {
            throw new PlanRefused("Den som er borte, kan ikke være sin egen stedfortreder. Velg en annen.");
        }
        if (!works(tenantId, standIn)) {
            throw new PlanRefused("Velg en stedfortreder i kommunen.");
        }
    }

    private boolean works(String tenantId, String userId) {
        return directory.membersOf(tenantId).stream()
                .anyMatch(member -> member.userId().equals(userId));
    }

    private HandedOver move(Absence absence, @Nullable String until) {
        List<String> left = new ArrayList<>();
        Map<Receiver, List<Held>> moved = new LinkedHashMap<>();
        for (Held task : hands.heldBy(absence.tenantId(), absence.userId())) {
            Optional<String> receiver = receiver(absence, task.caseId());
            if (receiver.isEmpty()) {
                left.add(task.name());
            } else {
                hands.handOver(task.taskId(), absence.userId(), receiver.get());
                log.add(
                        absence.registeredBy(),
                        PlanLog.Action.TASK_HANDED_OVER,
                        task.caseId(),
                        "%s: %s > %s".formatted(task.taskId(), absence.userId(), receiver.get()));
                moved.computeIfAbsent(new Receiver(task.caseId(), receiver.get()), none -> new ArrayList<>())
                        .add(task);
            }
        }
        moved.forEach((receiver, tasks) -> tell(absence, receiver, tasks, until));
        return new HandedOver(moved.values().stream().mapToInt(List::size).sum(), List.copyOf(left));
    }

    private record Receiver(CaseId caseId, String userId) {}

    /** The one named for this absence, or the deputy of a role that the employee has in the case; one who is not away too. */
    private Optional<String> receiver(Absence absence, CaseId caseId) {
        Optional<String> named = Optional.ofNullable(absence.standIn());
        return named.or(() -> roles.planned(caseId).stream()
                        .filter(role -> absence.userId().equals(role.holder()))
                        .map(PlannedRole::deputy)
                        .filter(java.util.Objects::nonNull)
                        .findFirst())
                .filter(user -> store.on(absence.tenantId(), user, today()).isEmpty());
    }

    private void tell(Absence absence, Receiver receiver, List<Held> tasks, @Nullable String until) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("absentName", directory.nameOf(absence.userId()));
        fields.put(
                "stepNames",
                tasks.stream().map(task -> Map.of("name", task.name())).toList());
        if (until != null) {
            fields.put("untilDate", until);
        }
        messages.send(
                "absence:%s:%s:%s".formatted(absence.id(), receiver.caseId(), receiver.userId()),
                receiver.caseId(),
                receiver.userId(),
                "S06",
                fields);
    }

    private LocalDate today() {
        return OsloTime.dayOf(clock.instant());
    }

    private static Away away(Absence absence) {
        return new Away(
                absence.id(),
                absence.tenantId(),
                absence.userId(),
                absence.standIn(),
                absence.firstDay(),
                absence.lastDay());
    }
}
