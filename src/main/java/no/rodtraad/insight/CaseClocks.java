package no.rodtraad.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one case. What has not happened yet is null.
 *
 * @param needReported when «Meld behov» was sent
 * @param approved when the position was approved
 * @param applicationDeadline when the last day to apply was over
 * @param applicationReceived the hired applicant's
 * @param signed when both had signed
 */
record CaseClocks(
        Instant needReported,
        @Nullable Instant approved,
        @Nullable Instant advertPublished,
        @Nullable Instant applicationDeadline,
        @Nullable Instant applicationReceived,
        @Nullable Instant signed,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate probationCompleted) {

    /** Of a case that has come no further. */
    static CaseClocks begun(Instant needReported) {
        return new CaseClocks(needReported, null, null, null, null, null, null, null);
    }

    OptionalLong days(Measure measure) {
        LocalDate reported = OsloTime.dayOf(needReported);
        return switch (measure) {
            case NEED_TO_SIGNED -> between(reported, day(signed));
            case NEED_TO_FIRST_DAY -> between(reported, firstDay);
            case APPLICATION_TO_SIGNED -> between(day(applicationReceived), day(signed));
            case NEED_TO_END_OF_PROBATION -> between(reported, probationCompleted);
        };
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : OsloTime.dayOf(at);
    }

    private static OptionalLong between(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? OptionalLong.empty() : OptionalLong.of(ChronoUnit.DAYS.between(from, to));
    }

    /** In calendar days, by the days in Oslo that the two points fall on. */
    enum Measure {
        NEED_TO_SIGNED,
        NEED_TO_FIRST_DAY,
        APPLICATION_TO_SIGNED,
        NEED_TO_END_OF_PROBATION
    }
}
