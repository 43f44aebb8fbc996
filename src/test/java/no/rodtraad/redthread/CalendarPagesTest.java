package no.rodtraad.redthread;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.rodtraad.deadline.ClosedDays;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.deadline.WorkingDays;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffPageAdvice;
import no.rodtraad.process.Municipalities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

@DisplayName("Kalendersiden")
class CalendarPagesTest {

    private static final String PAGE = "/saker/kalender";
    private static final LocalDate CHRISTMAS_EVE = LocalDate.parse("2026-12-24");

    private final ClosedDays closedDays = mock();
    private final WorkingCalendars calendars = mock();
    private final WorkingDays workingDays = mock();
    private final AuditLog audit = mock();
    private final StaffDirectory directory = mock();
    private final Municipalities municipalities = new Municipalities(Map.of(
            "eksempelvik", new Municipalities.Municipality("Eksempelvik kommune", "000000001", "Rådhusgata 1"),
            "provedal", new Municipalities.Municipality("Prøvedal kommune", "000000002", "Torget 2")));

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new CalendarPages(
                    closedDays,
                    calendars,
                    new CalendarActions(closedDays, audit),
                    municipalities,
                    Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC)))
            .setControllerAdvice(new StaffPageAdvice(directory))
            .setCustomArgumentResolvers(new AuthenticationPrincipalArgumentResolver())
            .setViewResolvers(thymeleaf())
            .build();

    @BeforeEach
    void aCalendar() {
        when(calendars.of(any())).thenReturn(workingDays);
        when(workingDays.isWorkingDay(CHRISTMAS_EVE)).thenReturn(true);
        when(calendars.publicHolidays(anyInt()))
                .thenReturn(new TreeMap<>(Map.of(LocalDate.parse("2026-12-25"), "Første juledag")));
        when(closedDays.from("eksempelvik", LocalDate.parse("2026-11-22")))
                .thenReturn(List.of(new ClosedDays.ClosedDay(LocalDate.parse("2027-05-07"), "Inneklemt dag")));
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsWhatDoesNotCountThisYearAndTheNext() throws Exception {
        logIn("eksempelvik", "hr");

        mvc.perform(get(PAGE))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Inneklemt dag")))
                .andExpect(content().string(containsString("fredag 7. mai 2027")))
                .andExpect(content().string(containsString("Første juledag")))
                .andExpect(content().string(containsString("Steng dagen")));
        verify(calendars).publicHolidays(2026);
        verify(calendars).publicHolidays(2027);
    }

    @Test
    void isReadByEveryoneAndChangedByHrAlone() throws Exception {
        logIn("eksempelvik", "manager");

        mvc.perform(get(PAGE))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Steng dagen"))));
        for (String change : List.of("/steng", "/apne", "/juli")) {
            mvc.perform(post(PAGE + change).param("dag", "2026-12-24").param("grunn", "Fri"))
                    .andExpect(status().isForbidden());
        }
        nothingHasChanged();
    }

    @Test
    void ofAnotherMunicipalityDoesNotExist() throws Exception {
        logIn("eksempelvik", "hr");

        mvc.perform(get(PAGE).param("kommune", "provedal")).andExpect(status().isNotFound());
        mvc.perform(post(PAGE + "/steng")
                        .param("kommune", "provedal")
                        .param("dag", "2026-12-24")
                        .param("grunn", "Fri"))
                .andExpect(status().isNotFound());
        nothingHasChanged();
    }

    @Test
    void closesADayAndNotesIt() throws Exception {
        logIn("eksempelvik", "hrLead");

        mvc.perform(post(PAGE + "/steng").param("dag", "2026-12-24").param("grunn", " Julaften "))
                .andExpect(redirectedUrl(PAGE + "?kommune=eksempelvik&melding=stengt"));

        verify(closedDays).close("eksempelvik", CHRISTMAS_EVE, "Julaften");
        verify(audit)
                .addForMunicipality(
                        any(), eq(AuditLog.Action.CALENDAR_CHANGED), eq("eksempelvik"), eq("closed 2026-12-24"));
    }

    @Test
    void opensADayAgainAndNotesIt() throws Exception {
        when(closedDays.open("eksempelvik", CHRISTMAS_EVE)).thenReturn(true);
        logIn("eksempelvik", "hr");

        mvc.perform(post(PAGE + "/apne").param("dag", "2026-12-24"))
                .andExpect(redirectedUrl(PAGE + "?kommune=eksempelvik&melding=apnet"));

        verify(audit)
                .addForMunicipality(
                        any(), eq(AuditLog.Action.CALENDAR_CHANGED), eq("eksempelvik"), eq("opened 2026-12-24"));
    }

    @Test
    void letsDeadlinesRestInJulyAndNotesIt() throws Exception {
        logIn("eksempelvik", "hr");

        mvc.perform(post(PAGE + "/juli").param("hviler", "true"))
                .andExpect(redirectedUrl(PAGE + "?kommune=eksempelvik&melding=juli"));

        verify(closedDays).closeJuly("eksempelvik", true);
        verify(audit)
                .addForMunicipality(any(), eq(AuditLog.Action.CALENDAR_CHANGED), eq("eksempelvik"), eq("july rests"));
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        logIn("eksempelvik", "hr");

        mvc.perform(post(PAGE + "/steng").param("dag", "").param("grunn", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Velg dagen som skal være stengt.")))
                .andExpect(content().string(containsString("Skriv hvorfor dagen er stengt")));
        mvc.perform(post(PAGE + "/steng").param("dag", "2026-12-25").param("grunn", "Vi tar fri"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Fredag 25. desember 2026 er ikke en arbeidsdag fra før.")))
                .andExpect(content().string(containsString("Vi tar fri")));
        mvc.perform(post(PAGE + "/steng").param("dag", "2026-11-20").param("grunn", "For sent"))
                .andExpect(content().string(containsString("Fredag 20. november 2026 er passert.")));
        nothingHasChanged();
    }

    private void nothingHasChanged() {
        verify(closedDays, never()).close(any(), any(), any());
        verify(closedDays, never()).open(any(), any());
        verify(closedDays, never()).closeJuly(any(), anyBoolean());
        verifyNoInteractions(audit);
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
