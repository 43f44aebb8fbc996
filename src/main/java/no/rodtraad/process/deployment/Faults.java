package no.rodtraad.process.deployment;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import no.rodtraad.process.Finding;
import no.rodtraad.process.Finding.Severity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** The sentences about files that cannot be part of a release. */
final class Faults {

    private static final String FILE = "";

    private Faults() {}

    static Finding kind(String file) {
        return whole(
                "S01",
                file,
                "Filen «%s» er ikke et diagram, en regeltabell eller et skjema.".formatted(file),
                "Legg ut filer som slutter på .bpmn, .dmn eller .form, med små bokstaver.");
    }

    static Finding size(String file, int mostKilobytes) {
        return whole(
                "S02",
                file,
                "Filen «%s» er for stor.".formatted(file),
                "En fil kan være på høyst %d kB. Del diagrammet opp i flere.".formatted(mostKilobytes));
    }

    static Finding encoding(String file) {
        return whole(
                "S03",
                file,
                "Filen «%s» er ikke lagret som UTF-8.".formatted(file),
                "Åpne den i Camunda Modeler og lagre den på nytt.");
    }

    static Finding unreadable(String file, int line, int column) {
        return new Finding(
                "S03",
                Severity.ERROR,
                file,
                null,
                Math.max(line, 0),
                Math.max(column, 0),
                "Filen «%s» kan ikke leses.".formatted(file),
                "Den er ikke gyldig, eller viser til noe utenfor seg selv (DOCTYPE).",
                "Åpne den i Camunda Modeler og lagre den på nytt.");
    }

    static Finding unreadable(String file, JsonProcessingException fault) {
        @Nullable JsonLocation place = fault.getLocation();
        return place == null ? unreadable(file, 0, 0) : unreadable(file, place.getLineNr(), place.getColumnNr());
    }

    static Finding nothing(String file) {
        return whole(
                "S04",
                file,
                "Filen «%s» inneholder ingen kjørbar prosess, ingen beslutning og ikke noe skjema med id."
                        .formatted(file),
                "Sett «Executable» på prosessen, eller gi skjemaet en id.");
    }

    static Finding twice(String file, String id) {
        return whole("S05", file, "%s er med i flere av filene som ble sendt.".formatted(id), "Send den bare én gang.");
    }

    static Finding lost(String file, String id) {
        return whole(
                "S06",
                file,
                "%s mangler i filen «%s», men står i den som gjelder nå.".formatted(id, file),
                "Ta den med, så saker og andre prosesser fortsatt finner den.");
    }

    static Finding redeployment() {
        return whole(
                "S07",
                FILE,
                "Filer fra en tidligere utlegging kan ikke legges ut på nytt herfra, og ikke med dato for når de skal gjelde.",
                "Legg dem ut fra Camunda Modeler.");
    }

    static Finding municipality(String choices) {
        return whole(
                "S08",
                FILE,
                "Det står ikke hvilken kommune filene er for.",
                "Skriv en av disse i feltet «Tenant ID»: %s.".formatted(choices));
    }

    static Finding at(Element place, @Nullable String elementId, String code, String file, String what, String mend) {
        return new Finding(code, Severity.ERROR, file, elementId, place.getLine(), place.getColumn(), what, "", mend);
    }

    static Finding whole(String code, String file, String what, String mend) {
        return new Finding(code, Severity.ERROR, file, null, 0, 0, what, "", mend);
    }
}
