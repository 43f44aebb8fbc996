package no.rodtraad.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.application.Withdrawals;
import no.rodtraad.archive.Archive;
import no.rodtraad.archive.ArchiveRecord;
import no.rodtraad.archive.ArchivedRecord;
import no.rodtraad.archive.InMemoryCase;
import no.rodtraad.archive.PdfText;
import no.rodtraad.archive.TestDatabase;
import no.rodtraad.capability.ManualWork;
import no.rodtraad.document.DocumentFixtures;
import no.rodtraad.document.Documents;
import no.rodtraad.document.FileCipher;
import no.rodtraad.document.Sha256;
import no.rodtraad.document.VeraPdf;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.identity.StaffPageAdvice;
import no.rodtraad.messaging.CandidateMessages;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.ProcessVariable;
import no.rodtraad.process.RoleHolders;
import no.rodtraad.virusscan.VirusScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class ContractTest {

    private static final CaseId CASE = InMemoryCase.ID;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-05T10:00:00Z"), ZoneOffset.UTC);
    private static final String SIGN = "/saker/" + CASE + "/signer";
    /** Synthetic, as all of Skatteetaten's with 80 added to the month. */
    private static final String OF_SIRI = "14859030085";

    private static final String OF_KARI = "02817530195";
    private static TestDatabase database;

    private final InMemoryCase hiring = new InMemoryCase();
    private final ApplicationId siri = hiring.applicant("Siri Øye-Aas");
    private final List<String> told = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final FakeSigningService service = new FakeSigningService();
    private String chosen = LocalSigning.ID;
    private Documents documents;
    private ContractStore store;
    private ContractTerms terms;
    private ContractService contracts;
    private Applications applications;
    private LocalAuthority authority;
    private Archive archive;
    private SigningJobs jobs;
    private SigningDesk desk;
    private SigningInbox inbox;
    private SigningCodes codes;
    private SigningHere here;
    private PaperSigning paper;
    private SigningPoller poller;
    private SigningIdentities identities;
    private MockMvc pages;

    @BeforeAll
    static void start() {
        database = new TestDatabase();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void anOfferIsAccepted() {
        database.client().sql("delete from signatures").update();
        database.client().sql("delete from contracts").update();
        database.client().sql("delete from signing_events").update();
        database.client().sql("""
                        insert into applicants values (:id, 'eksempelvik', 'Siri Øye-Aas', 'siri@example.org', '99999999',
                                                       1990, 'FEMALE', 'Barnehagelærer', 'Eksempelvik', now())""").param("id", siri.value()).update();
        database.client()
                .sql("""
                        insert into applications (id, tenant_id, case_id, applicant_id, received_at, letter, education, experience)
                        values (:id, 'eksempelvik', :case, :id, now(), '', '', '')""")
                .param("id", siri.value())
                .param("case", CASE.value())
                .update();
        hiring.answer(null, "report-need", "manager1", "temporary", "Midlertidig", false);
        hiring.answer(
                null,
                "write-advert",
                "manager1",
                "title",
                "Stillingstittel",
                "Barnehagelærer",
                "workplace",
                "Arbeidssted",
                "Solbakken barnehage",
                "employmentType",
                "Ansettelsesform",
                "permanent");
        offer("2026-08-01");
        documents = DocumentFixtures.documents(database.client(), CLOCK);
        store = new ContractStore(database.client(), CLOCK);
        terms = new ContractTerms(
                hiring,
                hiring.cases(),
                hiring,
                new Municipalities(Map.of(
                        "eksempelvik",
                        new Municipalities.Municipality(
                                "Eksempelvik kommune", "123456785", "Rådhusgata 1, 9999 Eksempelvik"))),
                new Binder(new MapConfigurationPropertySource())
                        .bindOrCreate("rodtraad.contract", ContractTexts.class));
        Municipalities municipalities = new Municipalities(Map.of(
                "eksempelvik",
                new Municipalities.Municipality("Eksempelvik kommune", "123456785", "Rådhusgata 1, 9999 Eksempelvik")));
        applications = Mockito.mock(Applications.class);
        ApplicationInfo candidate = Mockito.mock(ApplicationInfo.class);
        Mockito.when(candidate.email()).thenReturn("siri@example.org");
        Mockito.when(candidate.phone()).thenReturn("99999999");
        Mockito.when(applications.get(siri)).thenReturn(candidate);
        Journeys journeys = new Journeys() {
            @Override
            public void start(CaseId caseId, ApplicationId applicationId, Map<ProcessVariable<?>, Object> flags) {}

            @Override
            public void tellCandidate(
                    String key,
                    CaseId caseId,
                    ApplicationId applicationId,
                    String message,
                    Map<ProcessVariable<?>, Object> flags) {
                tell(key, message + flags.values());
            }

            @Override
            public void tellCase(String key, CaseId caseId, String message, Map<ProcessVariable<?>, Object> flags) {
                tell(key, message + flags.values());
            }
        };
        SigningSettings settings = new SigningSettings(
                Path.of("target", "test-keys", "contract-test.pem"), Duration.ofMinutes(15), 2, Duration.ofDays(30));
        authority = new LocalAuthority(settings, CLOCK);
        var own = new OwnSigningDocuments(database.client(), documents);
        jobs = new SigningJobs(database.client(), CLOCK);
        FileCipher cipher = DocumentFixtures.cipher(database.client(), CLOCK);
        identities = new SigningIdentities(database.client(), cipher, settings, CLOCK);
        ManualWork work = Mockito.mock(ManualWork.class);
        desk = new SigningDesk(
                InMemoryCase.provider(new LocalSigning(own, authority), new ManualSigning(own, store, work), service),
                (tenant, capability) -> chosen,
                jobs,
                identities,
                applications,
                Mockito.mock(RoleHolders.class),
                Mockito.mock(StaffDirectory.class),
                settings,
                CLOCK);
        archive = Mockito.mock(Archive.class);
        CandidateMessages messages = (key, caseId, applicationId, code) -> tell(key, code);
        contracts = new ContractService(
                store, terms, documents, DocumentFixtures.renderer(), desk, archive, messages, journeys);
        inbox = new SigningInbox(
                jobs,
                desk,
                store,
                documents,
                archive,
                applications,
                hiring,
                journeys,
                (key, caseId, step, answers) -> tell(key, "finish " + step));
        codes = new SigningCodes(
                database.client(), cipher, (key, kind, subject, code) -> told.add(code), settings, CLOCK);
        here = new SigningHere(
                store, desk, inbox, codes, own, new PadesSigner(authority), documents, hiring, municipalities, CLOCK);
        paper = new PaperSigning(
                store,
                desk,
                inbox,
                own,
                documents,
                DocumentFixtures.renderer(),
                new PdfJoiner(),
                municipalities,
                content -> VirusScan.Verdict.CLEAN,
                work,
                CLOCK);
        poller = new SigningPoller(desk, inbox, jobs, database.client(), database.transactions());
        pages = pages();
    }

    private MockMvc pages() {
        StaffDirectory directory = Mockito.mock(StaffDirectory.class);
        Mockito.when(directory.nameOf(any())).thenReturn("Kari Leder");
        Mockito.when(directory.isPassword("someone", "demo")).thenReturn(true);
        HiringCases cases = hiring.cases();
        Mockito.when(cases.find(CASE))
                .thenReturn(Optional.of(new HiringCases.HiringCase(
                        CASE,
                        "Barnehagelærer",
                        "kindergartenTeacher",
                        "Solbakken barnehage",
                        "manager1",
                        CLOCK.instant(),
                        HiringCases.State.OPEN,
                        null,
                        null)));
        return MockMvcBuilders.standaloneSetup(
                        new StaffSigningPages(cases, store, contracts, here, paper, directory, desk, identities))
                .setControllerAdvice(new StaffPageAdvice(directory))
                .setCustomArgumentResolvers(new AuthenticationPrincipalArgumentResolver())
                .setViewResolvers(thymeleaf())
                .build();
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

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    /** As the outbox: the same key again is not told again. */
    private void tell(String key, String what) {
        if (keys.add(key + what)) {
            told.add(what);
        }
    }

    @Test
    void aDraftShowsWhatIsMissingAndCannotBeSent() throws Exception {
        Contract draft = contracts.generate(CASE, siri);

        byte[] pdf = pdf(draft);
        assertThat(VeraPdf.complaints(pdf)).isEmpty();
        assertThat(PdfText.of(pdf)).contains("UTKAST").contains("MANGLER").contains("Arbeidssted med adresse");
        assertThatThrownBy(() -> contracts.send("key", CASE, siri)).hasMessageContaining("b) Arbeidsplassen");
    }

    @Test
    void approvingAContractThatLacksSomethingNamesTheItemAndTheField() {
        ReviewContractForm form = new ReviewContractForm(terms, contracts);
        Map<String, Object> answers = new java.util.HashMap<>(reviewed());
        answers.remove("collectiveAgreement");

        assertThatThrownBy(() -> form.save(context(), new FormAnswers(answers)))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining("Bokstav m) Tariffavtaler")
                .hasMessageContaining("feltet «Tariffavtale» i skjemaet «Kontroller arbeidsavtalen»");
        assertThat(String.valueOf(form.load(context()).get("missingItems"))).contains("b) Arbeidsplassen");
    }

    @Test
    void aTemporaryPositionNeedsItsGroundsInTheContract() {
        hiring.answer(null, "write-advert", "manager1", "employmentType", "Ansettelsesform", "temporary");

        assertThat(terms.of(CASE, siri, reviewed()).missingItems()).contains("e) Varighet og grunnlag");

        hiring.answer(
                null,
                "report-need",
                "manager1",
                "temporaryReason",
                "Grunnlag",
                "Arbeidet er midlertidig.",
                "temporaryUntil",
                "Til",
                "2027-06-30");
        assertThat(terms.of(CASE, siri, reviewed()).missingItems()).isEmpty();
    }

    @Test
    void whatIsSignedIsWhatWasApproved() throws Exception {
        Contract draft = contracts.generate(CASE, siri);
        approve();

        Contract approved = store.newest(siri).orElseThrow();
        assertThat(approved.version()).isEqualTo(draft.version() + 1);
        byte[] pdf = pdf(approved);
        assertThat(VeraPdf.complaints(pdf)).isEmpty();
        assertThat(PdfText.of(pdf))
                .contains("Solbakkveien 2")
                .contains("1. august 2026")
                .contains("540 000")
                .contains("37,5 timer")
                .doesNotContain("MANGLER")
                .doesNotContain("UTKAST");
        approve();
        assertThat(store.newest(siri)).contains(approved);
    }

    @Test
    void bothSignHereAndGetOneDocumentThatOthersCanCheck() throws Exception {
        sent();
        here.signForMunicipality(CASE, "Kari Leder");
        here.sendCode(siri);
        here.signAsCandidate(siri, "  siri ØYE-aas ", code());
        contracts.record(CASE, siri);

        Contract signed = store.newest(siri).orElseThrow();
        String sha256 = Sha256.of(pdf(signed));
        assertThat(signed.state()).isEqualTo(Contract.State.SIGNED);
        assertThat(store.signatures(signed))
                .extracting(Contract.Signature::method, Contract.Signature::sha256)
                .containsExactly(
                        tuple(Contract.Method.CODE_BY_MAIL, sha256), tuple(Contract.Method.PASSWORD_AGAIN, sha256));
        byte[] whole = contracts.currentPdf(CASE).orElseThrow();
        assertThat(VeraPdf.complaints(whole)).isEmpty();
        assertThat(DssReport.of(whole, authority.certificate(), CLOCK.instant().plusSeconds(60))
                        .signatures())
                .containsExactlyInAnyOrder(
                        "PAdES_BASELINE_T Siri Øye-Aas TOTAL_PASSED null",
                        "PAdES_BASELINE_T Kari Leder TOTAL_PASSED null");
        assertThat(told)
                .containsExactly(
                        "candidate.contractSent[]",
                        "finish signContract",
                        "M16K",
                        "candidate.signed[HIRED]",
                        "case.candidateSigned[]");
        ArchiveRecord record = new SignedContractRecord(store, documents, hiring)
                .record("D25", CASE, siri)
                .orElseThrow();
        assertThat(record.files()).hasSize(3);
        assertThat(record.files().get(0).content()).isEqualTo(whole);
        assertThat(VeraPdf.complaints(record.files().get(1).content())).isEmpty();
        assertThat(PdfText.of(record.files().get(1).content()))
                .contains("Kari Leder", DocumentFixtures.LETTERHEAD)
                .contains("engangskode")
                .containsPattern("5\\. mai\\s+2026\\s+kl\\.\\s+12\\.00")
                .contains("ikke kvalifisert")
                .contains(sha256);
        assertThat(Sha256.of(record.files().get(2).content())).isEqualTo(sha256);
    }

    @Test
    void aCodeIsUsedOnceAndAWrongOneIsSaidPlainly() {
        sent();
        here.sendCode(siri);
        String right = code();
        String wrong = right.equals("000000") ? "000001" : "000000";

        assertThatThrownBy(() -> here.signAsCandidate(siri, "Siri Øye-Aas", wrong))
                .isInstanceOf(CannotSign.class)
                .hasMessageContaining("Koden er ikke riktig");
        for (int again = 2; again <= 5; again++) {
            assertThatThrownBy(() -> here.signAsCandidate(siri, "Siri Øye-Aas", wrong))
                    .isInstanceOf(CannotSign.class);
        }
        assertThatThrownBy(() -> here.signAsCandidate(siri, "Siri Øye-Aas", right))
                .hasMessageContaining("Be om en ny kode");
        here.sendCode(siri);
        here.signAsCandidate(siri, "Siri Øye-Aas", code());
        assertThat(codes.current(store.newest(siri).orElseThrow().id())).isEmpty();
        assertThat(store.signatures(store.newest(siri).orElseThrow())).hasSize(1);
    }

    @Test
    void onlyAFewCodesAnHourAreSent() {
        sent();
        here.sendCode(siri);
        here.sendCode(siri);

        assertThatThrownBy(() -> here.sendCode(siri)).hasMessageContaining("mange koder");
        assertThat(told).filteredOn("M16K"::equals).hasSize(2);
    }

    @Test
    void anotherNameIsNotASignature() {
        sent();
        here.sendCode(siri);

        assertThatThrownBy(() -> here.signAsCandidate(siri, "Siri Aas", code()))
                .isInstanceOf(CannotSign.class)
                .hasMessageContaining("Siri Øye-Aas");
        assertThat(store.signatures(store.newest(siri).orElseThrow())).isEmpty();
    }

    @Test
    void aContractWithOneSignatureIsNotKeptAsSigned() {
        sent();
        here.signForMunicipality(CASE, "Kari Leder");

        assertThatThrownBy(() -> contracts.record(CASE, siri)).hasMessageContaining("ikke signert av begge");
    }

    @Test
    void theTaskIsNotDoneBeforeTheMunicipalityHasSigned() {
        sent();
        SignContractForm form = new SignContractForm(store);

        assertThatThrownBy(() -> form.save(context(), new FormAnswers(Map.of())))
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining("ikke signert for kommunen");
        here.signForMunicipality(CASE, "Kari Leder");
        assertThatCode(() -> form.save(context(), new FormAnswers(Map.of()))).doesNotThrowAnyException();
    }

    @Test
    void aWithdrawalEndsTheSigningOnce() {
        chosen = FakeSigningService.ID;
        sent();
        contracts.abort(siri);
        contracts.abort(siri);

        assertThat(store.newest(siri).map(Contract::state)).isEqualTo(Optional.of(Contract.State.ABORTED));
        assertThat(told).containsExactly("candidate.contractSent[]", "case.signingEnded[]");
        assertThat(service.cancelled).containsExactly(job());
        assertThatCode(() -> here.signAsCandidate(siri, "Siri Øye-Aas", "")).doesNotThrowAnyException();
        assertThat(store.signatures(store.newest(siri).orElseThrow())).isEmpty();
        assertThatThrownBy(() -> here.signForMunicipality(CASE, "Kari Leder")).isInstanceOf(CannotSign.class);
    }

    @Test
    void aCandidateWhoWillNotSignIsHeardByHrAndMayGetANewContract() {
        sent();
        here.refuse(siri, "Lønnen er feil.");

        Contract stopped = store.newest(siri).orElseThrow();
        assertThat(stopped.state()).isEqualTo(Contract.State.STOPPED);
        assertThat(told).containsExactly("candidate.contractSent[]", "case.signingStopped[]");
        var form = new ResolveSigningForm(store, Mockito.mock(Withdrawals.class));
        assertThat(String.valueOf(form.load(context()).get("stopReason")))
                .contains("Kandidaten vil ikke signere.")
                .contains("«Lønnen er feil.»");
        assertThatThrownBy(() -> form.save(
                        context(), new FormAnswers(Map.of("signingNext", "withdraws", "signingComment", "x"))))
                .isInstanceOf(FormRejected.class);
        form.save(context(), new FormAnswers(Map.of("signingNext", "again", "signingComment", "Vi retter lønnen.")));

        sent();
        assertThat(store.newest(siri).orElseThrow().version()).isGreaterThan(stopped.version());
        assertThat(told)
                .endsWith("M16")
                .filteredOn("candidate.contractSent[]"::equals)
                .hasSize(1);
    }

    @Test
    void whatIsSignedOnPaperIsScannedAndChecked() throws Exception {
        chosen = "manual";
        sent();
        byte[] toPrint = paper.toPrint(store.newest(siri).orElseThrow());
        assertThat(VeraPdf.complaints(toPrint)).isEmpty();
        assertThat(PdfText.of(toPrint)).contains("Signaturark").contains("Solbakkveien 2");

        assertThatThrownBy(() -> paper.upload(CASE, new byte[0])).hasMessageContaining("Velg filen");
        assertThatThrownBy(() -> paper.upload(CASE, "tekst".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasMessageContaining("Skann avtalen som PDF");
        assertThatThrownBy(() -> here.sendCode(siri)).hasMessageContaining("signeres ikke her");
        paper.upload(CASE, toPrint);
        contracts.record(CASE, siri);

        assertThat(contracts.currentPdf(CASE)).hasValue(toPrint);
        assertThat(told).contains("finish signContract", "candidate.signed[HIRED]", "case.candidateSigned[]");
    }

    @Test
    void aScanIsUploadedOnThePageAndWhatIsNoneIsRefusedWithASentence() throws Exception {
        chosen = "manual";
        sent();
        logIn("eksempelvik", "hr");
        byte[] toPrint = pages.perform(get(SIGN + "/utskrift.pdf"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        pages.perform(multipart(SIGN + "/skannet").file(new MockMultipartFile("fil", "avtale.pdf", null, new byte[0])))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Velg filen med den skannede avtalen.")));
        pages.perform(multipart(SIGN + "/skannet")
                        .file(new MockMultipartFile("fil", "avtale.pdf", null, new byte[] {1})))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Skann avtalen som PDF")));
        assertThat(store.signatures(store.newest(siri).orElseThrow())).isEmpty();
        pages.perform(multipart(SIGN + "/skannet").file(new MockMultipartFile("fil", "avtale.pdf", null, toPrint)))
                .andExpect(redirectedUrl(SIGN));
        pages.perform(get(SIGN)).andExpect(content().string(containsString("Begge har signert.")));
        logIn("provedal", "hr");
        pages.perform(multipart(SIGN + "/skannet").file(new MockMultipartFile("fil", "avtale.pdf", null, toPrint)))
                .andExpect(status().isNotFound());
    }

    @Test
    void aWrongPasswordSignsNothingAndTheTickIsKept() throws Exception {
        sent();
        logIn("eksempelvik", "manager");

        pages.perform(post(SIGN).param("passord", "demo"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kryss av for at du har lest avtalen og har fullmakt.")));
        pages.perform(post(SIGN).param("lest", "true").param("passord", "feil"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Passordet er ikke riktig."),
                                containsString("checked=\"checked\""),
                                not(containsString("value=\"feil\"")))));
        assertThat(store.signatures(store.newest(siri).orElseThrow())).isEmpty();
        pages.perform(post(SIGN).param("lest", "true").param("passord", "demo")).andExpect(redirectedUrl(SIGN));
        assertThat(store.signatures(store.newest(siri).orElseThrow())).hasSize(1);
        logIn("eksempelvik", "hr");
        pages.perform(post(SIGN).param("lest", "true").param("passord", "demo")).andExpect(status().isForbidden());
    }

    @Test
    void whereTheServiceMustKnowThemHrWritesTheNationalIdsBeforeTheContractIsSent() throws Exception {
        chosen = FakeSigningService.ID;
        service.needsNationalIds = true;
        contracts.generate(CASE, siri);
        assertThatThrownBy(this::approve)
                .isInstanceOf(FormRejected.class)
                .hasMessageContaining("trenger fødselsnumrene")
                .hasMessageContaining(SIGN);
        logIn("eksempelvik", "hr");

        pages.perform(post(SIGN + "/fodselsnumre").param("kandidat", OF_SIRI).param("leder", "14859030086"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Dette er ikke et fødselsnummer."),
                                containsString("value=\"" + OF_SIRI + "\""))));
        assertThat(identities.of(siri)).isEmpty();
        pages.perform(post(SIGN + "/fodselsnumre").param("kandidat", OF_SIRI).param("leder", OF_KARI))
                .andExpect(redirectedUrl(SIGN));
        pages.perform(get(SIGN))
                .andExpect(content()
                        .string(allOf(containsString("Fødselsnumrene er skrevet inn."), not(containsString(OF_SIRI)))));
        assertThat(database.client()
                        .sql("select encode(sealed, 'escape') from signing_identities")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(kept -> kept.contains(OF_SIRI) || kept.contains(OF_KARI));
        logIn("eksempelvik", "manager");
        pages.perform(get(SIGN))
                .andExpect(content()
                        .string(allOf(
                                containsString("HR skriver inn fødselsnumrene"),
                                not(containsString("Lagre fødselsnumrene")))));
        pages.perform(post(SIGN + "/fodselsnumre").param("kandidat", OF_SIRI).param("leder", OF_KARI))
                .andExpect(status().isForbidden());

        approve();
        contracts.send("key", CASE, siri);
        assertThat(service.started.get(0).signers())
                .extracting(Signer::nationalId)
                .containsExactly(new NationalId(OF_SIRI), new NationalId(OF_KARI));
        assertThat(identities.areKept(siri))
                .as("kept after the contract was sent")
                .isFalse();
    }

    @Test
    void nationalIdsAreForgottenWhenTheSigningIsGivenUpOrTakesTooLong() {
        Map<Party, NationalId> ids =
                Map.of(Party.CANDIDATE, new NationalId(OF_SIRI), Party.EMPLOYER, new NationalId(OF_KARI));
        identities.keep(siri, ids);
        contracts.abort(siri);
        assertThat(identities.of(siri)).isEmpty();

        identities.keep(siri, ids);
        identities.forgetOld();
        assertThat(identities.of(siri)).isEqualTo(ids);
        database.client()
                .sql("update signing_identities set kept_at = kept_at - interval '31 days'")
                .update();
        identities.forgetOld();
        assertThat(identities.of(siri)).isEmpty();
    }

    @Test
    void theServiceIsAskedInOrderAndGetsNoNames() {
        chosen = FakeSigningService.ID;
        sent();

        SigningRequest request = service.started.get(0);
        assertThat(request.title() + request.message()).doesNotContain("Siri").hasSizeLessThan(300);
        assertThat(request.signers()).extracting(Signer::party).containsExactly(Party.CANDIDATE, Party.EMPLOYER);
    }

    @Test
    void eventsThatComeTwiceLateAndOutOfOrderChangeNothingTwice() {
        chosen = FakeSigningService.ID;
        sent();
        var progress = new SigningEvent.Progress(job(), at(0), "p");
        var candidate = new SigningEvent.SignerSigned(job(), at(1), "c", Party.CANDIDATE);
        var employer = new SigningEvent.SignerSigned(job(), at(2), "e", Party.EMPLOYER);
        var all = new SigningEvent.AllSigned(job(), at(2), "a");
        var unknown = new SigningEvent.Unknown(job(), at(3), "u", "HELT_NY_STATUS");
        var rejected = new SigningEvent.Rejected(job(), at(1), "r", Party.EMPLOYER, null);
        var notOurs = new SigningEvent.AllSigned(new SigningJobRef(FakeSigningService.ID, "en-annens"), at(1), "n");
        service.tells.addAll(
                List.of(all, employer, progress, candidate, unknown, notOurs, candidate, rejected, all, employer));
        poller.look();
        poller.look();

        assertThat(told)
                .containsExactly(
                        "candidate.contractSent[]",
                        "candidate.signed[HIRED]",
                        "case.candidateSigned[]",
                        "finish signContract");
        assertThat(store.newest(siri).orElseThrow().state()).isEqualTo(Contract.State.SENT);
        assertThat(store.signatures(store.newest(siri).orElseThrow())).hasSize(2);
        assertThat(service.acknowledged)
                .contains(progress, candidate, employer, unknown, rejected)
                .doesNotContain(all, notOurs);
    }

    @Test
    void aServiceThatIsAwayIsAskedAgain() {
        chosen = FakeSigningService.ID;
        sent();
        service.tells.add(new SigningEvent.Expired(job(), at(1), "x"));
        service.away = true;
        poller.look();
        assertThat(store.newest(siri).orElseThrow().state()).isEqualTo(Contract.State.SENT);

        service.away = false;
        poller.look();
        assertThat(store.newest(siri).orElseThrow().stop())
                .isEqualTo(new Contract.Stop(Contract.Stop.Kind.EXPIRED, null));
        assertThat(told).endsWith("case.signingStopped[]");
    }

    @Test
    void whatIsSignedTooLateIsKeptAndHiresNobody() {
        chosen = FakeSigningService.ID;
        sent();
        contracts.abort(siri);
        service.signed = new byte[] {1, 2, 3};
        var all = new SigningEvent.AllSigned(job(), at(1), "a");
        service.tells.add(all);
        poller.look();
        poller.look();

        assertThat(told).doesNotContain("candidate.signed[HIRED]");
        assertThat(documents.of(siri))
                .filteredOn(info -> info.kind().equals("LATE_SIGNED_CONTRACT"))
                .hasSize(1);
        ArgumentCaptor<ArchiveRecord> archived = ArgumentCaptor.forClass(ArchiveRecord.class);
        Mockito.verify(archive).keep(contains(":late"), eq("D24"), eq(CASE), eq(siri), archived.capture());
        assertThat(archived.getValue().title()).isEqualTo("Arbeidsavtale som ble signert for sent – Siri Øye-Aas");
        assertThat(archived.getValue().files().get(0).content()).isEqualTo(service.signed);
        assertThat(service.acknowledged).contains(all);
    }

    @Test
    void nothingIsLostOrDoubledWhenItBreaksBetweenSignedArchivedAndConfirmed() {
        chosen = FakeSigningService.ID;
        sent();
        service.signed = new byte[] {1, 2, 3};
        var all = new SigningEvent.AllSigned(job(), at(1), "first");
        service.tells.add(all);
        poller.look();

        // between signed and kept
        assertThatThrownBy(() -> database.transaction().executeWithoutResult(status -> {
                    contracts.record(CASE, siri);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(store.newest(siri).orElseThrow().state()).isEqualTo(Contract.State.SENT);
        contracts.record(CASE, siri);
        contracts.record(CASE, siri);
        assertThat(documents.of(siri))
                .filteredOn(info -> info.kind().equals("SIGNED_CONTRACT"))
                .hasSize(1);

        // between kept and archived: the service is not told, however often it asks
        poller.look();
        assertThatThrownBy(() -> contracts.confirmArchived(CASE, siri)).hasMessageContaining("ikke arkivert");
        assertThat(service.acknowledged).isEmpty();

        // between archived and confirmed
        archived();
        assertThatThrownBy(() -> database.transaction().executeWithoutResult(status -> {
                    contracts.confirmArchived(CASE, siri);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        var again = new SigningEvent.AllSigned(job(), at(1), "second");
        service.tells.set(0, again);
        poller.look();
        contracts.confirmArchived(CASE, siri);
        assertThat(service.acknowledged).endsWith(again);

        // and afterwards: it is only told once more that all is well
        poller.look();
        assertThat(told).filteredOn("candidate.signed[HIRED]"::equals).hasSize(1);
        assertThat(service.acknowledged).hasSize(3).endsWith(again);
    }

    private void archived() {
        Mockito.when(archive.ofCase(CASE))
                .thenReturn(List.of(new ArchivedRecord(
                        "key", CASE, siri, "D25", "Arbeidsavtale", 1, "mappe", "x", CLOCK.instant())));
    }

    private SigningJobRef job() {
        return new SigningJobRef(
                FakeSigningService.ID, "job-" + store.newest(siri).orElseThrow().id());
    }

    private static Instant at(int minutes) {
        return CLOCK.instant().plusSeconds(60L * minutes);
    }

    private String code() {
        return codes.current(store.newest(siri).orElseThrow().id()).orElseThrow();
    }

    @Test
    void aNewOfferDoesNotInheritWhatWasWrittenInAnOlderContract() {
        hiring.answer(siri, "review-contract", "hr1", "workplaceAddress", "Arbeidssted", "Solbakkveien 2");
        assertThat(terms.reviewFields(CASE, siri)).containsEntry("workplaceAddress", "Solbakkveien 2");

        offer("2026-09-01");

        assertThat(terms.reviewFields(CASE, siri)).doesNotContainKey("workplaceAddress");
    }

    private void offer(String firstDay) {
        hiring.answer(
                null,
                "make-offer",
                "manager1",
                "offeredApplication",
                "Hvem",
                siri.toString(),
                "salaryNok",
                "Lønn",
                540000,
                "extentPercent",
                "Størrelse",
                100,
                "firstDay",
                "Første dag",
                firstDay);
    }

    private void approve() {
        Map<String, Object> answers = reviewed();
        new ReviewContractForm(terms, contracts).save(context(), new FormAnswers(answers));
        List<Object> fields = new ArrayList<>();
        answers.forEach((key, value) -> fields.addAll(List.of(key, key, value)));
        hiring.answer(siri, "review-contract", "hr1", fields.toArray());
    }

    private void sent() {
        contracts.generate(CASE, siri);
        approve();
        contracts.send("key", CASE, siri);
    }

    private Map<String, Object> reviewed() {
        Map<String, Object> answers = new java.util.HashMap<>(terms.reviewFields(CASE, siri));
        answers.put("workplaceAddress", "Solbakkveien 2, 9999 Eksempelvik");
        answers.put("weeklyHours", 37.5);
        answers.put("contractApproved", true);
        return answers;
    }

    private byte[] pdf(Contract contract) {
        return documents.find(contract.documentId()).orElseThrow().content();
    }

    private FormContext context() {
        FormContext context = Mockito.mock(FormContext.class);
        Mockito.when(context.caseId()).thenReturn(CASE);
        Mockito.when(context.applicationId()).thenReturn(Optional.of(siri));
        Mockito.when(context.userId()).thenReturn("manager1");
        return context;
    }
}
