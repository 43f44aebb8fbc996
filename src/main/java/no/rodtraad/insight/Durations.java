package no.rodtraad.insight;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.insight.CaseClocks.Measure;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How long the hirings of municipalities take, and where the time goes. Cancelled ones are left out. */
@Service
class Durations {

    private final HiringCases cases;
    private final CaseClockStore clocks;
    private final Spans spans;
    private final Clock clock;

    Durations(HiringCases cases, CaseClockStore clocks, Spans spans, Clock clock) {
        this.cases = cases;
        this.clocks = clocks;
        this.spans = spans;
        this.clock = clock;
    }

    /**
     * @param figures by measure, of the cases that have come so far
     * @param timeUse from need to signing, or until now in cases that are still open
     * @param timeUseCases how many cases that is of
     */
    record Summary(Map<Measure, Percentiles> figures, TimeUse timeUse, int timeUseCases) {}

    Summary of(List<String> tenantIds) {
        Map<Measure, ArrayList<Long>> days = new EnumMap<>(Measure.class);
        TimeUse use = TimeUse.none();
        int used = 0;
        Map<CaseId, CaseClocks> stored = clocks.ofTenants(tenantIds);
        Map<CaseId, List<TimeUse.Span>> spent = spans.ofTenants(tenantIds);
        for (HiringCase hiring : cases.ofTenants(tenantIds)) {
            if (hiring.state() == HiringCases.State.CANCELLED) {
                continue;
            }
            CaseClocks own = stored.getOrDefault(hiring.id(), CaseClocks.begun(hiring.reportedAt()));
            for (Measure measure : Measure.values()) {
                OptionalLong found = own.days(measure);
                found.ifPresent(value ->
                        days.computeIfAbsent(measure, key -> new ArrayList<>()).add(value));
            }
            @Nullable
            Instant until =
                    own.signed() == null && hiring.state() == HiringCases.State.OPEN ? clock.instant() : own.signed();
            if (until != null && !until.isBefore(own.needReported())) {
                use = use.plus(TimeUse.between(own.needReported(), until, spent.getOrDefault(hiring.id(), List.of())));
                used++;
            }
        }
        Map<Measure, Percentiles> figures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            figures.put(measure, new Percentiles(days.getOrDefault(measure, new ArrayList<>())));
        }
        return new Summary(figures, use, used);
    }
}
