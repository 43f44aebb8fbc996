package no.rodtraad.insight;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import no.rodtraad.deadline.PointClocks;
import no.rodtraad.deadline.PointClocks.Level;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.hiring.HiringCases.State;
import no.rodtraad.process.CaseHistory;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a group of cases has come to, to hold against another group. */
@Service
public class CaseFigures {

    /** Of fewer cases figures say more about the single case than about the process. */
    public static final int FEWEST = Percentiles.FEWEST;

    private final HiringCases cases;
    private final PointClocks clocks;
    private final CaseHistory history;

    CaseFigures(HiringCases cases, PointClocks clocks, CaseHistory history) {
        this.cases = cases;
        this.clocks = clocks;
        this.history = history;
    }

    /** From one point of the journey to another. The case begins when the need is reported. */
    public enum Stretch {
        NEED_TO_ADVERT(null, Milestone.ADVERT_PUBLISHED),
        ADVERT_TO_INTERVIEW(Milestone.ADVERT_PUBLISHED, Milestone.INTERVIEWS_HELD),
        INTERVIEW_TO_OFFER(Milestone.INTERVIEWS_HELD, Milestone.OFFER_SENT),
        OFFER_TO_SIGNED(Milestone.OFFER_SENT, Milestone.CONTRACT_SIGNED),
        NEED_TO_SIGNED(null, Milestone.CONTRACT_SIGNED);

        private final @Nullable Milestone from;
        private final Milestone to;

        Stretch(@Nullable Milestone from, Milestone to) {
            this.from = from;
            this.to = to;
        }
    }

    /**
     * Cancelled cases count as begun and as cancelled; what follows is without them.
     *
     * @param days how many calendar days each stretch takes, of the cases that have come so far
     * @param breaches how many deadlines were broken
     * @param tasksPerFinished how many tasks people did in a finished case on average; empty when none is finished
     */
    public record Figures(
            int begun,
            int finished,
            int cancelled,
            Map<Stretch, Days> days,
            int breaches,
            OptionalDouble tasksPerFinished) {

        public Figures {
            days = Map.copyOf(days);
        }

        /** Empty when every case is cancelled, or none has begun. */
        public OptionalDouble breachesPerCase() {
            int counted = begun - cancelled;
            return counted == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) breaches / counted);
        }

        public boolean isTooFew() {
            return begun - cancelled < FEWEST;
        }
    }

    /**
     * @param cases how many it is of
     * @param half half of them took no longer; empty below {@link #FEWEST}
     * @param most eight of ten took no longer; empty below {@link #FEWEST}
     */
    public record Days(int cases, OptionalLong half, OptionalLong most) {}

    /** Cases that are not there any more are left out. */
    public Figures of(Collection<CaseId> ids) {
        List<HiringCase> all =
                ids.stream().map(cases::find).flatMap(Optional::stream).toList();
        List<HiringCase> counted =
                all.stream().filter(hiring -> hiring.state() != State.CANCELLED).toList();
        List<HiringCase> finished = counted.stream()
                .filter(hiring -> hiring.state() == State.CLOSED)
                .toList();
        return new Figures(
                all.size(),
                finished.size(),
                all.size() - counted.size(),
                days(counted),
                counted.stream().mapToInt(this::breaches).sum(),
                finished.stream()
                        .mapToLong(hiring -> history.tasksDone(hiring.id()))
                        .average());
    }

    private Map<Stretch, Days> days(List<HiringCase> counted) {
        Map<Stretch, List<Long>> found = new EnumMap<>(Stretch.class);
        for (HiringCase hiring : counted) {
            Map<Milestone, Instant> reached = clocks.reached(hiring.id());
            for (Stretch stretch : Stretch.values()) {
                days(stretch, hiring, reached)
                        .ifPresent(days -> found.computeIfAbsent(stretch, none -> new ArrayList<>())
                                .add(days));
            }
        }
        Map<Stretch, Days> days = new EnumMap<>(Stretch.class);
        for (Stretch stretch : Stretch.values()) {
            Percentiles of = new Percentiles(found.getOrDefault(stretch, List.of()));
            days.put(stretch, new Days(of.count(), of.percentile(50), of.percentile(80)));
        }
        return days;
    }

    /** A point that is reached anew, as for the next candidate, may lie after the one that followed it before. */
    private static OptionalLong days(Stretch stretch, HiringCase hiring, Map<Milestone, Instant> reached) {
        @Nullable Instant from = stretch.from == null ? hiring.reportedAt() : reached.get(stretch.from);
        @Nullable Instant to = reached.get(stretch.to);
        return from == null || to == null || to.isBefore(from)
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(OsloTime.dayOf(from), OsloTime.dayOf(to)));
    }

    private int breaches(HiringCase hiring) {
        return (int) clocks.events(hiring.id()).stream()
                .filter(event -> event.level() == Level.BREACHED)
                .count();
    }
}
