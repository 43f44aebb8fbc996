package no.rodtraad.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.rodtraad.deadline.ClockStore.Run;
import no.rodtraad.deadline.PointDays.Days;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Milestone;
import org.springframework.stereotype.Component;

@Component
class CasePointClocks implements PointClocks {

    private final ClockStore store;
    private final PointDays days;

    CasePointClocks(ClockStore store, PointDays days) {
        this.store = store;
        this.days = days;
    }

    @Override
    public List<PointClock> of(CaseId caseId) {
        return store.runs(caseId).stream().map(run -> clock(caseId, run)).toList();
    }

    private PointClock clock(CaseId caseId, Run run) {
        Days due = days.of(caseId, run.point(), run.started());
        return new PointClock(
                run.point(),
                run.round(),
                run.started(),
                run.reached(),
                due.warn(),
                due.target(),
                due.escalate(),
                due.breach(),
                store.levels(caseId, run).stream().max(Level::compareTo).orElse(null));
    }

    @Override
    public Map<Milestone, Instant> reached(CaseId caseId) {
        return store.milestones(caseId);
    }

    @Override
    public List<DeadlineEvent> events(CaseId caseId) {
        return store.events(caseId);
    }
}
