package no.rodtraad.redthread;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.document.StandingText;
import no.rodtraad.process.Municipalities.Municipality;

/** A letter to nobody, to see standing texts in. */
final class ExampleLetter {

    private ExampleLetter() {}

    static Map<String, Object> of(
            Municipality municipality, Map<StandingText, String> holding, DocumentTextPages.Typed typed) {
        Map<String, Object> model = new HashMap<>();
        model.put("municipality", municipality.name());
        model.put("caseNumber", "2026-0000");
        model.put("caseTitle", "Eksempel");
        model.put("title", "Eksempel på et brev");
        model.put("subject", "Slik ser et brev ut");
        model.put("recipient", "Kari Eksempel");
        model.put("sentAt", "1. januar kl. 09.00");
        model.put(
                "paragraphs",
                List.of("Hei, Kari!", "Dette er et eksempel. Ingenting er sendt eller lagret.", "Vennlig hilsen\nHR"));
        holding.forEach((which, text) -> put(model, which, text));
        put(model, typed.which(), typed.text());
        if (typed.which() == StandingText.CONTRACT) {
            model.put("subject", "Slik blir den faste teksten i arbeidsavtalen");
            put(model, StandingText.LETTER, typed.text());
        }
        return model;
    }

    private static void put(Map<String, Object> model, StandingText which, String text) {
        if (text.isBlank()) {
            model.remove(which.variable());
        } else {
            model.put(which.variable(), text);
        }
    }
}
