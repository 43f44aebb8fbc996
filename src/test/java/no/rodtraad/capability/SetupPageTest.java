package no.rodtraad.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.archive.InMemoryCase;
import no.rodtraad.archive.TestDatabase;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffPageAdvice;
import no.rodtraad.process.Municipalities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

@DisplayName("Oppsettsiden")
class SetupPageTest {

    private static final String PAGE = "/saker/oppsett";
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static TestDatabase database;

    private final StaffDirectory directory = mock();
    private final CapabilityStore store = new CapabilityStore(
            client(), new CapabilityDefaults("local", "folder", "manual"), Clock.fixed(NOW, ZoneOffset.UTC));
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new SetupPage(
                    new CapabilityChoices(
                            store,
                            InMemoryCase.provider(
                                    new Adapter("folder", "Arkivmappe", null),
                                    new Adapter("manual", "For hånd", null),
                                    new Adapter("noark5", "Noark 5", "Adressen mangler."))),
                    store,
                    manualWork(NOW),
                    new Municipalities(Map.of(
                            "eksempelvik", new Municipalities.Municipality("Eksempelvik kommune", "000000001", "A"),
                            "provedal", new Municipalities.Municipality("Prøvedal kommune", "000000002", "B"))),
                    directory))
            .setControllerAdvice(new StaffPageAdvice(directory))
            .setCustomArgumentResolvers(new AuthenticationPrincipalArgumentResolver())
            .setViewResolvers(thymeleaf())
            .build();

    private static JdbcClient client() {
        return database.client();
    }

    @BeforeAll
    static void start() {
        database = new TestDatabase();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void nothingChosen() {
        database.client().sql("delete from capability_settings").update();
        database.client().sql("delete from manual_work").update();
        when(directory.nameOf(any())).thenReturn("Lise Leder");
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aChoiceHoldsAtOnceForThatMunicipalityAlone() throws Exception {
        logIn("eksempelvik", "hrLead");

        chooses("manual").andExpect(redirectedUrl(PAGE + "?kommune=eksempelvik&lagret"));

        assertThat(store.adapterOf("eksempelvik", Capability.ARCHIVE)).isEqualTo("manual");
        assertThat(store.adapterOf("provedal", Capability.ARCHIVE)).isEqualTo("folder");
        mvc.perform(get(PAGE))
                .andExpect(content()
                        .string(containsString("For hånd – valgt av Lise Leder søndag 22. november 2026 kl. 13.00")));
    }

    @Test
    void theNewestChoiceHoldsAndTheOldOnesAreRemembered() throws Exception {
        logIn("eksempelvik", "hrLead");

        chooses("manual");
        chooses("manual");
        chooses("folder");

        assertThat(store.adapterOf("eksempelvik", Capability.ARCHIVE)).isEqualTo("folder");
        assertThat(store.history("eksempelvik", Capability.ARCHIVE))
                .extracting(CapabilityStore.Choice::adapter)
                .containsExactly("folder", "manual");
    }

    @Test
    void whatCannotBeUsedIsShownWithTheReasonAndRefused() throws Exception {
        logIn("eksempelvik", "hrLead");

        mvc.perform(get(PAGE))
                .andExpect(content().string(containsString("Kan ikke velges ennå. Adressen mangler.")))
                .andExpect(content().string(not(containsString("Signering av arbeidsavtalen"))));
        chooses("noark5")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("«Noark 5» kan ikke velges. Adressen mangler.")));
        chooses("")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Velg en av måtene i listen for «Arkivering».")));
        assertThat(store.history("eksempelvik", Capability.ARCHIVE)).isEmpty();
    }

    @Test
    void onlyTheHeadOfHrReadsAndChanges() throws Exception {
        logIn("eksempelvik", "hr");
        mvc.perform(get(PAGE))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("HR-leder og administrator")));
        chooses("manual").andExpect(status().isForbidden());

        logIn("eksempelvik", "hrLead");
        mvc.perform(post(PAGE)
                        .param("kommune", "provedal")
                        .param("hva", "ARCHIVE")
                        .param("valg", "manual"))
                .andExpect(status().isNotFound());
        assertThat(store.adapterOf("provedal", Capability.ARCHIVE)).isEqualTo("folder");
    }

    @Test
    void showsHowLongPeopleHaveTakenToDoItByHand() throws Exception {
        logIn("eksempelvik", "hrLead");
        for (String key : List.of("a", "b", "c", "d")) {
            manualWork(NOW).began("eksempelvik", Capability.ARCHIVE, InMemoryCase.ID, key);
        }
        manualWork(NOW.plus(Duration.ofHours(3))).done("a");
        manualWork(NOW.plus(Duration.ofHours(5))).done("b");
        manualWork(NOW.plus(Duration.ofDays(9))).done("b");
        manualWork(NOW.plus(Duration.ofDays(9))).done("c");

        mvc.perform(get(PAGE))
                .andExpect(content()
                        .string(containsString(
                                "3 er gjort for hånd. Halvparten var ferdig innen 5 timer. 1 venter nå.")));
    }

    private org.springframework.test.web.servlet.ResultActions chooses(String adapter) throws Exception {
        return mvc.perform(post(PAGE).param("hva", "ARCHIVE").param("valg", adapter));
    }

    private static ManualWorkStore manualWork(Instant now) {
        return new ManualWorkStore(database.client(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private record Adapter(
            String id, String label, @Nullable String problem) implements CapabilityAdapter {

        @Override
        public Capability capability() {
            return Capability.ARCHIVE;
        }

        @Override
        public String explanation() {
            return "Slik gjør vi det.";
        }

        @Override
        public Optional<String> unusableBecause() {
            return Optional.ofNullable(problem);
        }
    }

    private static ThymeleafViewResolver thymeleaf() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        var resolver = new ThymeleafViewResolver();
        resolver.setTemplateEngine(engine);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    private static void logIn(String tenant, String group) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        new Staff("someone", List.of(group), List.of(tenant)), "", "STAFF"));
    }
}
