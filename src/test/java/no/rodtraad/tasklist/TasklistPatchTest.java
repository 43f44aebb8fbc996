package no.rodtraad.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import no.rodtraad.tasklist.ScriptPatch.Replacement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The changes fit the scripts of the version of Camunda that is in use, and are what a browser gets. */
@DisplayName("Tilpasningen av webapplikasjonene")
class TasklistPatchTest {

    static Stream<ScriptPatch> patches() {
        return WebappPatches.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("patches")
    void fitsTheScript(ScriptPatch patch) {
        assertThat(patch.missingIn(patch.original())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("patches")
    void replacesEveryText(ScriptPatch patch) {
        String patched = patch.applyTo(patch.original());

        assertThat(patch.replacements())
                .allSatisfy(replacement ->
                        assertThat(patched).contains(replacement.substitute()).doesNotContain(replacement.original()));
    }

    @Test
    void stopsTheStartWhenATextIsGone() {
        ScriptPatch patch = new ScriptPatch(
                "app/tasklist/",
                "camunda-tasklist-bootstrap.js",
                List.of(new Replacement("a text that no version has", "en tekst")));

        assertThatIllegalStateException()
                .isThrownBy(() -> new PatchedScript(patch))
                .withMessageContaining("app/tasklist/camunda-tasklist-bootstrap.js")
                .withMessageContaining("a text that no version has");
    }

    @Test
    void servesThePatchedScripts() throws Exception {
        MockMvc browser = browser();

        for (ScriptPatch patch : WebappPatches.ALL) {
            String served = browser.perform(MockMvcRequestBuilders.get("/camunda/" + patch.folder() + patch.file()))
                    .andExpect(MockMvcResultMatchers.status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);

            assertThat(served).isEqualTo(patch.applyTo(patch.original()));
        }
    }

    @Test
    void tellsABrowserThatItHasTheScript() throws Exception {
        MockMvc browser = browser();
        String etag = browser.perform(MockMvcRequestBuilders.get("/camunda/lib/deps.js"))
                .andReturn()
                .getResponse()
                .getHeader(HttpHeaders.ETAG);

        browser.perform(MockMvcRequestBuilders.get("/camunda/lib/deps.js")
                        .header(HttpHeaders.IF_NONE_MATCH, String.valueOf(etag)))
                .andExpect(MockMvcResultMatchers.status().isNotModified());
    }

    @Test
    void servesOurOwnTexts() throws Exception {
        MockMvc browser = browser();

        for (String app : List.of("tasklist", "welcome", "cockpit", "admin")) {
            for (String file :
                    List.of("locales/nb.json", "scripts/config.js", "scripts/nb.js", "styles/user-styles.css")) {
                browser.perform(MockMvcRequestBuilders.get("/camunda/app/" + app + "/" + file))
                        .andExpect(MockMvcResultMatchers.status().isOk())
                        .andExpect(MockMvcResultMatchers.header().exists(HttpHeaders.ETAG))
                        .andExpect(MockMvcResultMatchers.header().string(HttpHeaders.CACHE_CONTROL, "no-cache"));
            }
        }
    }

    @Test
    void leavesTheOtherScriptsAlone() throws Exception {
        ScriptPatch untouched = new ScriptPatch("lib/", "runtime.js", List.of());

        browser()
                .perform(MockMvcRequestBuilders.get("/camunda/lib/runtime.js"))
                .andExpect(MockMvcResultMatchers.content().string(untouched.original()));
    }

    private static MockMvc browser() {
        AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(WebMvc.class, WebappResources.class);
        context.refresh();
        return MockMvcBuilders.webAppContextSetup(context).build();
    }

    @EnableWebMvc
    private static class WebMvc {}
}
