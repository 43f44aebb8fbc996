package no.rodtraad.move;

import java.util.List;
import java.util.stream.Collectors;
import no.rodtraad.process.DrawnProcesses.Version;
import no.rodtraad.process.MovePlan.Obstacle;
import no.rodtraad.process.MovePlan.Place;
import no.rodtraad.process.MovePlan.Step;
import no.rodtraad.process.OsloTime;

/** What the pages about moving cases say. */
final class MoveTexts {

    static final String NO_REASON = "Skriv hvorfor sakene flyttes. Det står på saken etterpå.";
    static final String LONG_REASON = "Begrunnelsen kan være på høyst 1000 tegn.";
    static final String WENT_ON =
            "Saken har gått videre siden du så planen. Ingenting er flyttet. Les planen under og prøv igjen.";
    static final String REFUSED =
            "Saken lot seg ikke flytte akkurat nå. Ingenting er flyttet. Vent litt og prøv igjen. Hjelper det ikke,"
                    + " gjør de åpne oppgavene ferdig først.";

    private MoveTexts() {}

    static String moved(Version target) {
        return "Følger nå %s.".formatted(version(target));
    }

    static String version(Version version) {
        return "versjon %d fra %s".formatted(version.number(), OsloTime.date(OsloTime.dayOf(version.since())));
    }

    /** Why, and what may be done about it. */
    static String obstacle(Obstacle obstacle, int target) {
        return switch (obstacle.reason()) {
            case NO_PROCESS ->
                "Saken bruker prosessen «%s», og versjon %d har den ikke. La saken gjøre seg ferdig i den den følger."
                        .formatted(obstacle.what(), target);
            case STEP_GONE ->
                "Saken står i «%s», og det steget finnes ikke i versjon %d. Gjør steget ferdig først."
                        .formatted(obstacle.what(), target);
            case STEP_CHANGED ->
                "Saken står i «%s», og i versjon %d er det et annet slags steg. Gjør steget ferdig først."
                        .formatted(obstacle.what(), target);
            case PROMISE_SKIPPED ->
                "«%s» er noe søkerne er lovet eller loven krever. I versjon %d kommer det før der saken står, og det ville ikke blitt gjort."
                        .formatted(obstacle.what(), target);
            case WAITS_FOR_EVER ->
                "Versjon %d venter på «%s», og saken er forbi der det begynner. Den ville blitt stående for alltid."
                        .formatted(target, obstacle.what());
            case UNANSWERED ->
                "Versjon %d spør etter opplysningen «%s», og ingen i saken har svart på den."
                        .formatted(target, obstacle.what());
            case INCIDENT ->
                "Noe har stoppet i «%s» og venter på hjelp. Rett feilen i Cockpit først.".formatted(obstacle.what());
        };
    }

    /** «Skriv utlysningstekst», and what it is called from now on where that is another name. */
    static String place(Place place) {
        return "«%s»".formatted(place.name());
    }

    static String newPlace(Place place) {
        return place.newName().isEmpty() ? "finnes ikke" : "«%s»".formatted(place.newName());
    }

    static String names(List<Step> steps) {
        return steps.stream()
                .map(step -> "«%s»".formatted(step.name()))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
