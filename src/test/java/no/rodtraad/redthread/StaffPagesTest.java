package no.rodtraad.redthread;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.hasEntry;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.application.ApplicantLists;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.application.Assessment;
import no.rodtraad.application.Gender;
import no.rodtraad.application.InterviewBooking;
import no.rodtraad.application.InterviewSlots;
import no.rodtraad.application.Outcome;
import no.rodtraad.application.Withdrawals;
import no.rodtraad.archive.Archive;
import no.rodtraad.archive.ArchiveDesk;
import no.rodtraad.deadline.PointClocks;
import no.rodtraad.deadline.WorkingCalendars;
import no.rodtraad.document.Documents;
import no.rodtraad.document.Documents.StoredDocument;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffPageAdvice;
import no.rodtraad.messaging.SentMessages;
import no.rodtraad.plan.Plans;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.CaseProgress;
import no.rodtraad.process.CaseVariants;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.Municipalities;
import no.rodtraad.signing.Contracts;
import no.rodtraad.vacancy.Adverts;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.variant.Trials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@DisplayName("Saksbehandlersidene")
class StaffPagesTest {

    private static final CaseId CASE = new CaseId("eksempelvik-2026-0001");
    private static final ApplicationId APPLICATION = ApplicationId.create();
    private static final String CASE_PAGE = "/saker/" + CASE;
    private static final String APPLICATION_PAGE = CASE_PAGE + "/sokere/" + APPLICATION;

    private final HiringCases cases = mock();
    private final CaseProgress progress = mock();
    private final CaseVariants variants = mock();
    private final Trials trials = mock();
    private final Applications applications = mock();
    private final ApplicantLists lists = mock();
    private final SentMessages messages = mock();
    private final Archive archive = mock();
    private final ArchiveDesk desk = mock();
    private final Vacancies vacancies = mock();
    private final Documents documents = mock();
    private final Contracts contracts = mock();
    private final InterviewSlots slots = mock();
    private final InterviewBooking booking = mock();
    private final Withdrawals withdrawals = mock();
    private final Journeys journeys = mock();
    private final AuditLog audit = mock();
    private final StaffDirectory directory = mock();

    private final PointClocks clocks = mock();
    private final Plans plans = mock();
    private final WorkingCalendars calendars = mock();
    private final Clock clock = Clock.fixed(Instant.parse("2027-02-10T08:00:00Z"), ZoneOffset.UTC);
    private final TaskViews tasks = new TaskViews(progress, calendars, directory, clock);
    private final DeadlineViews deadlines = new DeadlineViews(clocks, plans, calendars, directory, clock);

    private final CaseAccess access = new CaseAccess(cases, applications);
    private final StaffActions actions =
            new StaffActions(applications, booking, cases, withdrawals, journeys, mock(Adverts.class), audit);
    private final Municipalities municipalities = new Municipalities(
            Map.of("eksempelvik", new Municipalities.Municipality("Eksempelvik kommune", "000000001", "Rådhusgata 1")));

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new CasePages(
                            access,
                            tasks,
                            deadlines,
                            progress,
                            variants,
                            mock(),
                            trials,
                            applications,
                            messages,
                            archive,
                            desk,
                            vacancies,
                            documents,
                            contracts,
                            municipalities,
                            directory,
                            audit),
                    new CaseListPage(cases, progress, deadlines, tasks, trials, municipalities),
                    new ApplicantPages(
                            access,
                            actions,
                            applications,
                            mock(),
                            lists,
                            slots,
                            documents,
                            messages,
                            audit,
                            mock(),
                            withdrawals),
                    new WithdrawalPages(access, actions, withdrawals),
                    new CancelPages(access, actions, vacancies),
                    new VariantPages(access, variants, actions))
            .setControllerAdvice(new StaffPageAdvice(directory))
            .setCustomArgumentResolvers(new AuthenticationPrincipalArgumentResolver())
            .setViewResolvers((name, locale) -> name.startsWith("redirect:")
                    ? new org.springframework.web.servlet.view.RedirectView(name.substring("redirect:".length()))
                    : (model, request, response) -> {})
            .build();

    @BeforeEach
    void aCaseWithAnApplicant() {
        reset(HiringCases.State.OPEN, null);
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aCaseOfAnotherMunicipalityDoesNotExist() throws Exception {
        logIn("provedal", "hr");

        for (String page : List.of("", "/sokere", "/sokere/" + APPLICATION, "/avtale", "/avlys")) {
            mvc.perform(get(CASE_PAGE + page)).andExpect(status().isNotFound()).andExpect(view().name("staff/refusal"));
        }
        verifyNoInteractions(audit, documents, contracts);
    }

    @Test
    void hrChoosesAnotherVariantUntilThePlanIsSet() throws Exception {
        logIn("eksempelvik", "hr");
        follows(true);

        mvc.perform(get(CASE_PAGE + "/variant")).andExpect(status().isOk()).andExpect(view().name("staff/variant"));
        mvc.perform(post(CASE_PAGE + "/variant").param("variant", "leader"))
                .andExpect(redirectedUrl(CASE_PAGE + "?variant"));

        verify(journeys)
                .tellCase(
                        any(),
                        org.mockito.ArgumentMatchers.eq(CASE),
                        org.mockito.ArgumentMatchers.eq("case.variantChanged"),
                        org.mockito.ArgumentMatchers.eq(Map.of(HiringVariables.REQUESTED_VARIANT, "leader")));
        verify(audit).add(any(), org.mockito.ArgumentMatchers.eq(AuditLog.Action.VARIANT_CHANGED), any(), any());
    }

    @Test
    void aVariantThatIsNotInTheListOrComesTooLateIsNotChosen() throws Exception {
        logIn("eksempelvik", "hr");
        follows(true);
        mvc.perform(post(CASE_PAGE + "/variant").param("variant", "tull"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(model().attribute("problem", "Velg en av variantene i listen."));
        follows(false);
        mvc.perform(post(CASE_PAGE + "/variant").param("variant", "leader")).andExpect(status().isConflict());

        verifyNoInteractions(journeys);
    }

    @Test
    void onlyHrChoosesAVariant() throws Exception {
        logIn("eksempelvik", "manager");
        follows(true);

        mvc.perform(get(CASE_PAGE + "/variant")).andExpect(status().isForbidden());
    }

    @Test
    void aCaseFromBeforeThereWereVariantsHasNoneToChoose() throws Exception {
        logIn("eksempelvik", "hr");

        mvc.perform(get(CASE_PAGE + "/variant")).andExpect(status().isNotFound());
        mvc.perform(get(CASE_PAGE)).andExpect(status().isOk());
    }

    private void follows(boolean mayChange) {
        var ordinary = new CaseVariants.Choice("ordinary", "Ordinær ansettelse");
        var leader = new CaseVariants.Choice("leader", "Lederstilling");
        when(variants.of(CASE))
                .thenReturn(Optional.of(new CaseVariants.Followed(ordinary, mayChange, List.of(ordinary, leader))));
    }

    @Test
    void anUnknownCaseDoesNotExist() throws Exception {
        logIn("eksempelvik", "hr");

        mvc.perform(get("/saker/eksempelvik-2026-0099")).andExpect(status().isNotFound());
        mvc.perform(get("/saker/tull")).andExpect(status().isNotFound());
    }

    @Test
    void everyoneInTheMunicipalitySeesTheThreadButNotTheApplicants() throws Exception {
        logIn("eksempelvik", "it");

        mvc.perform(get(CASE_PAGE))
                .andExpect(status().isOk())
                .andExpect(model().attribute("readsApplicants", false))
                .andExpect(model().attributeDoesNotExist("messages", "records"));
        mvc.perform(get(CASE_PAGE + "/sokere")).andExpect(status().isForbidden());
        mvc.perform(get(APPLICATION_PAGE)).andExpect(status().isForbidden());
        mvc.perform(get(CASE_PAGE + "/avtale")).andExpect(status().isForbidden());
        mvc.perform(get(CASE_PAGE + "/avlys")).andExpect(status().isForbidden());
        verifyNoInteractions(audit);
    }

    @Test
    void whatTheArchiveLacksStandsOnTheCaseWhenNothingMoreComesByItself() throws Exception {
        when(desk.missing(CASE, true)).thenReturn(List.of("D19 Innstilling mangler."));
        when(desk.missing(CASE, false)).thenReturn(List.of("D27 mangler."));
        logIn("eksempelvik", "archive");

        mvc.perform(get(CASE_PAGE)).andExpect(model().attributeDoesNotExist("missingRecords"));
        reset(HiringCases.State.OPEN, Outcome.HIRED);
        mvc.perform(get(CASE_PAGE)).andExpect(model().attribute("missingRecords", List.of("D19 Innstilling mangler.")));
        reset(HiringCases.State.OPEN, Outcome.REJECTED);
        mvc.perform(get(CASE_PAGE)).andExpect(model().attribute("missingRecords", List.of("D27 mangler.")));
        reset(HiringCases.State.CLOSED, Outcome.HIRED);
        mvc.perform(get(CASE_PAGE)).andExpect(model().attributeDoesNotExist("missingRecords"));
        reset(HiringCases.State.OPEN, Outcome.HIRED);
        logIn("eksempelvik", "it");
        mvc.perform(get(CASE_PAGE)).andExpect(model().attributeDoesNotExist("missingRecords"));
    }

    @Test
    void theListHoldsTheMunicipalitiesOfTheEmployee() throws Exception {
        when(cases.ofTenants(List.of("eksempelvik"))).thenReturn(List.of());
        logIn("eksempelvik", "it");

        mvc.perform(get("/saker")).andExpect(status().isOk());

        verify(cases).ofTenants(List.of("eksempelvik"));
    }

    @Test
    void openingAnApplicationIsNoted() throws Exception {
        logIn("eksempelvik", "union");

        mvc.perform(get(APPLICATION_PAGE)).andExpect(status().isOk()).andExpect(model().attribute("mayAssess", false));

        verify(audit).add(any(), org.mockito.ArgumentMatchers.eq(AuditLog.Action.APPLICATION_OPENED), any(), any());
    }

    @Test
    void anAssessmentNeedsAReasonAndKeepsWhatWasChosen() throws Exception {
        logIn("eksempelvik", "manager");

        mvc.perform(post(APPLICATION_PAGE + "/vurdering").param("vurdering", "MAYBE"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(model().attribute("choice", "MAYBE"))
                .andExpect(model().attribute("problems", aMapWithSize(1)))
                .andExpect(model().attribute("problems", hasEntry("grunn", "Skriv en begrunnelse.")));

        verify(applications, never()).assess(any(), any(), any());
    }

    @Test
    void anAssessmentWithAReasonIsKeptAndNoted() throws Exception {
        logIn("eksempelvik", "manager");

        mvc.perform(post(APPLICATION_PAGE + "/vurdering")
                        .param("vurdering", "QUALIFIED")
                        .param("grunn", "  Oppfyller alle kravene. "))
                .andExpect(redirectedUrl(APPLICATION_PAGE + "?melding=vurdert"));

        verify(applications).assess(APPLICATION, Assessment.QUALIFIED, "Oppfyller alle kravene.");
        verify(audit).add(any(), org.mockito.ArgumentMatchers.eq(AuditLog.Action.APPLICATION_ASSESSED), any(), any());
    }

    @Test
    void onlyManagersAndHrAssess() throws Exception {
        logIn("eksempelvik", "panel");

        mvc.perform(post(APPLICATION_PAGE + "/vurdering")
                        .param("vurdering", "QUALIFIED")
                        .param("grunn", "Bra"))
                .andExpect(status().isForbidden());
        mvc.perform(post(APPLICATION_PAGE + "/intervjutid")
                        .param("tid", UUID.randomUUID().toString()))
                .andExpect(status().isForbidden());
    }

    @Test
    void anAttachmentOfAnotherCaseDoesNotExist() throws Exception {
        logIn("eksempelvik", "hr");
        UUID id = UUID.randomUUID();
        attachment(id, new CaseId("eksempelvik-2026-0002"));

        mvc.perform(get(CASE_PAGE + "/dokumenter/" + id)).andExpect(status().isNotFound());
    }

    @Test
    void anAttachmentIsDownloadedAndNeverShownInPlace() throws Exception {
        logIn("eksempelvik", "hr");
        UUID id = UUID.randomUUID();
        attachment(id, CASE);

        mvc.perform(get(CASE_PAGE + "/dokumenter/" + id))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        verify(audit).add(any(), org.mockito.ArgumentMatchers.eq(AuditLog.Action.DOCUMENT_OPENED), any(), any());
    }

    @Test
    void onlyHrWritesThatAnApplicantWithdraws() throws Exception {
        logIn("eksempelvik", "manager");

        mvc.perform(get(APPLICATION_PAGE)).andExpect(model().attribute("mayWithdraw", false));
        mvc.perform(post(APPLICATION_PAGE + "/trekk").param("hvordan", "Ringte"))
                .andExpect(status().isForbidden());
        verify(withdrawals, never()).reported(any(), any());
    }

    @Test
    void aWithdrawalNeedsToBeExplainedAndIsNoted() throws Exception {
        logIn("eksempelvik", "hr");
        when(withdrawals.reported(any(), any())).thenReturn(true, false);

        mvc.perform(post(APPLICATION_PAGE + "/trekk").param("hvordan", " "))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post(APPLICATION_PAGE + "/trekk").param("hvordan", "Ringte"))
                .andExpect(redirectedUrl(APPLICATION_PAGE + "?melding=trukket"));
        mvc.perform(post(APPLICATION_PAGE + "/trekk").param("hvordan", "Ringte igjen"))
                .andExpect(redirectedUrl(APPLICATION_PAGE + "?melding=ikke-trukket"));
        verify(audit).add(any(), org.mockito.ArgumentMatchers.eq(AuditLog.Action.WITHDRAWAL_REPORTED), any(), any());
    }

    @Test
    void cancellingNeedsAReason() throws Exception {
        logIn("eksempelvik", "hrLead");

        mvc.perform(post(CASE_PAGE + "/avlys").param("grunn", "  ")).andExpect(status().isUnprocessableEntity());

        verify(cases, never()).cancel(any(), any());
    }

    @Test
    void cancellingTellsTheCase() throws Exception {
        logIn("eksempelvik", "hrLead");

        mvc.perform(post(CASE_PAGE + "/avlys").param("grunn", "Budsjettet er endret."))
                .andExpect(redirectedUrl(CASE_PAGE + "?avlyst"));

        verify(cases).cancel(CASE, "Budsjettet er endret.");
        verify(journeys).tellCase("cancel:" + CASE, CASE, "case.cancelled", Map.of());
    }

    @Test
    void aCaseThatIsClosedOrHasSomebodyHiredIsNotCancelled() throws Exception {
        logIn("eksempelvik", "hr");

        reset(HiringCases.State.CLOSED, null);
        mvc.perform(post(CASE_PAGE + "/avlys").param("grunn", "Nei")).andExpect(status().isConflict());
        reset(HiringCases.State.OPEN, Outcome.HIRED);
        mvc.perform(post(CASE_PAGE + "/avlys").param("grunn", "Nei")).andExpect(status().isConflict());

        verify(cases, never()).cancel(any(), any());
        verifyNoInteractions(journeys);
    }

    private void reset(HiringCases.State state, @Nullable Outcome outcome) {
        HiringCase hiring = new HiringCase(
                CASE, "Sykepleier", "nurse", "Hjemmetjenesten", "manager1", Instant.now(), state, null, null);
        when(cases.find(CASE)).thenReturn(Optional.of(hiring));
        when(cases.get(CASE)).thenReturn(hiring);
        ApplicationInfo application = application(outcome);
        when(applications.find(APPLICATION)).thenReturn(Optional.of(application));
        when(applications.ofCase(CASE)).thenReturn(List.of(application));
    }

    private void attachment(UUID id, CaseId caseId) {
        when(documents.find(id))
                .thenReturn(Optional.of(new StoredDocument(
                        new StoredDocument.Info(id, caseId, APPLICATION, "CV", "cv æøå.pdf", "application/pdf", 3, "0"),
                        new byte[] {1, 2, 3})));
    }

    private static ApplicationInfo application(@Nullable Outcome outcome) {
        return new ApplicationInfo(
                APPLICATION,
                CASE,
                "Kari Prøvesen",
                "kari@example.com",
                "00000000",
                1990,
                Gender.FEMALE,
                "Sykepleier",
                "Eksempelvik",
                Instant.now(),
                "Brev",
                "Utdanning",
                "Erfaring",
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                outcome,
                null,
                null,
                null,
                null,
                null);
    }

    private static void logIn(String tenant, String group) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        new Staff("someone", List.of(group), List.of(tenant)), "", "STAFF"));
    }
}
