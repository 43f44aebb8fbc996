package no.rodtraad.redthread;

import java.time.Instant;
import java.util.Locale;
import no.rodtraad.application.Assessment;
import no.rodtraad.application.Outcome;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;

/** What states are called on the pages. */
final class Words {

    private Words() {}

    static String state(HiringCase hiring) {
        return switch (hiring.state()) {
            case OPEN -> "Pågår";
            case CLOSED -> "Avsluttet";
            case CANCELLED -> "Avlyst";
        };
    }

    static String assessment(@Nullable Assessment assessment) {
        if (assessment == null) {
            return "Ikke vurdert";
        }
        return switch (assessment) {
            case QUALIFIED -> "Aktuell";
            case MAYBE -> "Kanskje";
            case NOT_QUALIFIED -> "Ikke aktuell";
        };
    }

    static @Nullable String outcome(@Nullable Outcome outcome) {
        if (outcome == null) {
            return null;
        }
        return switch (outcome) {
            case HIRED -> "Ansatt";
            case DECLINED -> "Takket nei";
            case REJECTED -> "Ikke tilbud";
            case WITHDRAWN -> "Trukket";
            case CANCELLED -> "Avlyst";
        };
    }

    static String date(Instant at) {
        return OsloTime.date(OsloTime.dayOf(at));
    }

    static @Nullable String timeOrNull(@Nullable Instant at) {
        return at == null ? null : OsloTime.dateAndTime(at);
    }

    /** What people type, without what no text should hold. */
    static String clean(String typed) {
        return typed.replace("\u0000", "").strip();
    }

    /** A name for an anchor or a class: {@code NOT_QUALIFIED} becomes {@code not-qualified}. */
    static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
