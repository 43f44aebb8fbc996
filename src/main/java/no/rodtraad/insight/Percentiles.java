package no.rodtraad.insight;

import java.util.List;
import java.util.OptionalLong;

/** Percentiles by the nearest rank: the smallest value that at least so many per cent of all values do not exceed. */
final class Percentiles {

    /** Of fewer values a percentile says more about the single case than about cases. */
    static final int FEWEST = 5;

    private final List<Long> sorted;

    Percentiles(List<Long> values) {
        this.sorted = values.stream().sorted().toList();
    }

    int count() {
        return sorted.size();
    }

    /**
     * @param percent 1 to 100
     * @return empty below {@link #FEWEST} values
     */
    OptionalLong percentile(int percent) {
        if (sorted.size() < FEWEST) {
            return OptionalLong.empty();
        }
        int rank = (percent * sorted.size() + 99) / 100;
        return OptionalLong.of(sorted.get(Math.max(rank, 1) - 1));
    }
}
