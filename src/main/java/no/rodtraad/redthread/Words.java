package no.rodtraad.redthread;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.rodtraad.application.Assessment;
import no.rodtraad.application.Outcome;
import no.rodtraad.deadline.PointClocks;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;

/** What states are called on the pages. */
final class Words {

    private static final Locale BOKMAAL = Locale.forLanguageTag("nb-NO");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d. MMM yyyy", BOKMAAL);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d. MMM yyyy 'kl.' HH.mm", BOKMAAL);

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

    static String point(DecisionPoint point) {
        return switch (point) {
            case NEED -> "Godkjenning av stillingen";
            case ADVERT -> "Utlysning";
            case INTERVIEW -> "Intervju";
            case OFFER -> "Tilbud";
            case SIGNING -> "Signering";
        };
    }

    /** What has been done about a deadline. */
    static String level(PointClocks.Level level) {
        return switch (level) {
            case REMINDED -> "Påminnelse til den som har oppgaven";
            case DEPUTY -> "Stedfortrederen har også fått oppgaven";
            case ESCALATED -> "Leder er varslet";
            case BREACHED -> "Fristen er brutt, og neste leder er varslet";
        };
    }

    static String workingDays(int days) {
        return days + (days == 1 ? " arbeidsdag" : " arbeidsdager");
    }

    static String lowerFirst(String sentence) {
        return sentence.substring(0, 1).toLowerCase(BOKMAAL) + sentence.substring(1);
    }

    static String upperFirst(String words) {
        return words.substring(0, 1).toUpperCase(BOKMAAL) + words.substring(1);
    }

    /** «5 søkere: 3 kvinner, 2 menn». */
    static String applicants(int all, int women, int men, int others) {
        String rest = others == 0 ? "" : ", %d uten oppgitt kjønn".formatted(others);
        return "%s: %s, %s%s"
                .formatted(
                        count(all, "søker", "søkere"),
                        count(women, "kvinne", "kvinner"),
                        count(men, "mann", "menn"),
                        rest);
    }

    private static String count(int number, String one, String several) {
        return "%d %s".formatted(number, number == 1 ? one : several);
    }

    static String date(Instant at) {
        return DATE.format(at.atZone(OsloTime.ZONE));
    }

    static String date(LocalDate day) {
        return DATE.format(day);
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(OsloTime.ZONE));
    }

    static @Nullable String timeOrNull(@Nullable Instant at) {
        return at == null ? null : time(at);
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
