package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** «Intervju med omvisning», as the guide makes it: two new files, and a row or a choice in three that are there. */
final class OwnVariant {

    static final String DIAGRAM = "interview-tour.bpmn";
    static final String FORM = "plan-tour.form";

    private OwnVariant() {}

    static String form() {
        return text("own-variant/" + FORM);
    }

    /** All that is sent together when the form has come before. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(DIAGRAM, text("own-variant/" + DIAGRAM));
        files.put("deadlines.dmn", deadlines());
        files.put("variants.dmn", variants());
        files.put("report-need.form", needWithChoice());
        return files;
    }

    private static String deadlines() {
        String table = text("processes/deadlines.dmn");
        String row = row(table, "gatherUserConsentDeadline");
        return inserted(
                table,
                "gatherUserConsentDeadline",
                row.replace("gatherUserConsent", "planTour")
                        .replace("Brukermedvirkning: før intervjuene forberedes", "Intervju med omvisning"));
    }

    private static String variants() {
        String table =
                text("processes/variants.dmn").replace("\"user-participation\"</text>\n        </inputValues>", """
                "user-participation","tour"</text>
                        </inputValues>""");
        String chosen = row(table, "variantChoiceRule2")
                .replace("variantChoiceRule2", "variantChoiceTour")
                .replace("lærer og barnehage", "intervju med omvisning")
                .replace("\"teacher\"", "\"tour\"");
        String phases = row(table, "variantsRule1")
                .replace("variantsRule1", "variantsTour")
                .replace("Lederstilling: to runder, test og politisk utvalg", "Intervju med omvisning")
                .replace("\"leader\"", "\"tour\"")
                .replace("\"interview-leader\"", "\"interview-tour\"")
                .replace("\"decision-leader\"", "\"decision\"");
        return inserted(inserted(table, "variantChoiceRule1", chosen), "variantsRule1", phases);
    }

    private static String needWithChoice() {
        String form = text("forms/report-need.form");
        String last = "\"value\": \"user-participation\"";
        int end = form.indexOf('}', form.indexOf(last)) + 1;
        return form.substring(0, end)
                + ", { \"label\": \"Intervju med omvisning\", \"value\": \"tour\" }"
                + form.substring(end);
    }

    private static String row(String table, String id) {
        int begin = table.indexOf("<rule id=\"" + id + "\">");
        assertThat(begin).as(id).isPositive();
        return table.substring(begin, table.indexOf("</rule>", begin) + "</rule>".length());
    }

    private static String inserted(String table, String before, String row) {
        int place = table.indexOf("<rule id=\"" + before + "\">");
        return table.substring(0, place) + row + "\n      " + table.substring(place);
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
