package no.rodtraad.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.deadline.PointClocks.PointClock;
import no.rodtraad.messaging.MergeFieldSource;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.OsloTime;
import org.springframework.stereotype.Component;

/** What messages say about how the case keeps its dates. */
@Component
class DelayMergeFields implements MergeFieldSource {

    private final PointClocks clocks;
    private final Clock clock;

    DelayMergeFields(PointClocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void contribute(CaseId caseId, ApplicationId applicationId, Map<String, Object> fields) {
        LocalDate today = OsloTime.dayOf(clock.instant());
        Optional<PointClock> late = clocks.of(caseId).stream()
                .filter(point -> point.reached() == null && today.isAfter(point.target()))
                .findFirst();
        fields.put("delayed", late.isPresent());
        fields.put("stillInProgress", late.isEmpty());
        late.ifPresent(point -> {
            fields.put("delayedPart", Words.waitedFor(point.point()));
            if (!today.isAfter(point.breach())) {
                fields.put("expectedBy", point.breach());
            }
        });
    }
}
