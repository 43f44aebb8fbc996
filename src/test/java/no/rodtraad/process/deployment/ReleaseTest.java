package no.rodtraad.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A release")
class ReleaseTest {

    private final Release before = Release.of(Map.of(
            "processes/advert.bpmn", diagram("advert"),
            "processes/pair.bpmn", diagram("one", "two"),
            "forms/write-advert.form", "{\"id\":\"write-advert\"}"));

    ReleaseTest() throws Unreadable {}

    @Test
    void replacesTheFileThatDefinesTheSameWhateverTheNewOneIsCalled() throws Unreadable {
        Release.Next next = before.with(List.of(file("diagram_1.bpmn", diagram("advert") + "<!-- ny -->")));

        assertThat(next.names()).containsExactly("processes/advert.bpmn");
        assertThat(next.release().texts())
                .containsOnlyKeys(before.texts().keySet())
                .hasEntrySatisfying(
                        "processes/advert.bpmn", text -> assertThat(text).endsWith("<!-- ny -->"));
    }

    @Test
    void keepsWhatHasTheSameFileNameButDefinesSomethingElse() throws Unreadable {
        Release.Next next = before.with(List.of(file("processes/advert.bpmn", diagram("brandNew"))));

        assertThat(next.names()).containsExactly("processes/brandNew.bpmn");
        assertThat(next.release().texts()).containsKeys("processes/advert.bpmn", "processes/brandNew.bpmn");
    }

    @Test
    void callsANewFileWhatItIsCalledWithItsFolderAndOtherwiseAfterWhatItDefines() throws Unreadable {
        assertThat(before.with(List.of(file("processes/variants.dmn", table("choice"))))
                        .names())
                .containsExactly("processes/variants.dmn");
        assertThat(before.with(List.of(file("variants.dmn", table("choice")))).names())
                .containsExactly("processes/choice.dmn");
        assertThat(before.with(List.of(file("processes/..\\x.dmn", table("choice"))))
                        .names())
                .as("people unpack these names on their own machines")
                .containsExactly("processes/choice.dmn");
    }

    @Test
    void letsAFileBeDividedAndJoined() throws Unreadable {
        Release divided = before.with(List.of(file("a.bpmn", diagram("one")), file("b.bpmn", diagram("two"))))
                .release();
        assertThat(divided.files().values().stream().flatMap(file -> file.defines().stream()))
                .containsExactlyInAnyOrder(
                        "Prosessen advert", "Prosessen one", "Prosessen two", "Skjemaet write-advert");

        Release joined =
                divided.with(List.of(file("c.bpmn", diagram("one", "two")))).release();
        assertThat(joined.files()).hasSameSizeAs(before.files());
    }

    @Test
    void knowsTheStepsThatShowAForm() throws Unreadable {
        String text = diagram("advert")
                .replace(
                        "</",
                        "<userTask name=\"Skriv\" x:formRef=\"write-advert\" xmlns:x=\"http://camunda.org/schema/1.0/bpmn\"/></");

        assertThat(before.with(List.of(file("advert.bpmn", text))).release().stepsByForm())
                .containsOnly(Map.entry("write-advert", List.of("Skriv")));
    }

    @Test
    void losesNothingAndDefinesNothingTwice() {
        assertThatThrownBy(() -> before.with(List.of(file("a.bpmn", diagram("one")))))
                .hasMessageContaining("Prosessen two mangler i filen «a.bpmn», men står i den som gjelder nå.");
        assertThatThrownBy(() -> before.with(
                        List.of(file("a.bpmn", diagram("advert")), file("b.bpmn", diagram("advert", "other")))))
                .hasMessageContaining("Prosessen advert er med i flere av filene som ble sendt.");
    }

    private static ReleaseFile file(String name, String text) throws Unreadable {
        return ReleaseFile.read(name, text);
    }

    private static String table(String decision) {
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"><decision id=\"%s\" /></definitions>"
                .formatted(decision);
    }

    private static String diagram(String... processes) {
        StringBuilder xml =
                new StringBuilder("<d:definitions xmlns:d=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">");
        for (String id : processes) {
            xml.append("<d:process id=\"").append(id).append("\" isExecutable=\"true\" />");
        }
        return xml + "</d:definitions>";
    }
}
