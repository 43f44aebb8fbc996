package no.rodtraad.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.archive.ArchiveRecord;
import no.rodtraad.archive.InMemoryCase;
import no.rodtraad.archive.PdfText;
import no.rodtraad.archive.TestDatabase;
import no.rodtraad.document.DocumentFixtures;
import no.rodtraad.document.Documents;
import no.rodtraad.document.Sha256;
import no.rodtraad.document.VeraPdf;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.ProcessVariable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ContractTest {

    private static final CaseId CASE = InMemoryCase.ID;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-05T10:00:00Z"), ZoneOffset.UTC);
    private static TestDatabase database;

    private final InMemoryCase hiring = new InMemoryCase();
    private final ApplicationId siri = hiring.applicant("Siri Øye-Aas");
    private final List<String> told = new ArrayList<>();
    private Documents documents;
    private ContractStore store;
    private ContractTerms terms;
    private ContractService contracts;

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
        StaffDirectory staff = Mockito.mock(StaffDirectory.class);
        Mockito.when(staff.nameOf("manager1")).thenReturn("Kari Leder");
        contracts = new ContractService(
                store,
                terms,
                documents,
                DocumentFixtures.renderer(),
                new PdfJoiner(),
                hiring,
                staff,
                new Journeys() {
                    @Override
                    public void start(
                            CaseId caseId, ApplicationId applicationId, Map<ProcessVariable<?>, Object> flags) {}

                    @Override
                    public void tellCandidate(
                            String key,
                            CaseId caseId,
                            ApplicationId applicationId,
                            String message,
                            Map<ProcessVariable<?>, Object> flags) {
                        told.add(message + flags.values());
                    }

                    @Override
                    public void tellCase(
                            String key, CaseId caseId, String message, Map<ProcessVariable<?>, Object> flags) {
                        told.add(message + flags.values());
                    }
                },
                CLOCK);
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
    void bothSignTheSameBytesAndGetOneSignedDocument() throws Exception {
        sent();
        new SignContractForm(contracts)
                .save(context(), new FormAnswers(Map.of("hasRead", true, "actsForMunicipality", true)));
        contracts.signAsCandidate(siri, "  siri ØYE-aas ");
        contracts.record(CASE, siri);

        Contract signed = store.newest(siri).orElseThrow();
        String sha256 = Sha256.of(pdf(signed));
        assertThat(signed.state()).isEqualTo(Contract.State.SIGNED);
        assertThat(store.signatures(signed))
                .extracting(Contract.Signature::sha256)
                .containsExactly(sha256, sha256);
        byte[] joined = contracts.currentPdf(CASE).orElseThrow();
        assertThat(VeraPdf.complaints(joined)).isEmpty();
        assertThat(PdfText.of(joined))
                .contains("Arbeidsavtale")
                .contains("Kari Leder")
                .containsPattern("5\\. mai\\s+2026\\s+kl\\.\\s+12\\.00")
                .contains("ikke kvalifisert")
                .contains(sha256);
        assertThat(told)
                .containsExactly("candidate.contractSent[]", "candidate.signed[HIRED]", "case.candidateSigned[]");
        ArchiveRecord record = new SignedContractRecord(store, documents, hiring)
                .record("D25", CASE, siri)
                .orElseThrow();
        assertThat(record.files()).hasSize(2);
        assertThat(Sha256.of(record.files().get(1).content())).isEqualTo(sha256);
    }

    @Test
    void signingTwiceChangesNothing() {
        sent();
        contracts.signAsCandidate(siri, "Siri Øye-Aas");
        contracts.signAsCandidate(siri, "Siri Øye-Aas");

        assertThat(told)
                .filteredOn(message -> message.startsWith("case.candidateSigned"))
                .hasSize(1);
        assertThat(store.signatures(store.newest(siri).orElseThrow())).hasSize(1);
    }

    @Test
    void anotherNameIsNotASignature() {
        sent();

        assertThatThrownBy(() -> contracts.signAsCandidate(siri, "Siri Aas"))
                .isInstanceOf(ContractService.CannotSign.class)
                .hasMessageContaining("Siri Øye-Aas");
        assertThat(store.signatures(store.newest(siri).orElseThrow())).isEmpty();
    }

    @Test
    void aContractWithOneSignatureIsNotPutTogether() {
        sent();
        contracts.signAsCandidate(siri, "Siri Øye-Aas");

        assertThatThrownBy(() -> contracts.record(CASE, siri)).hasMessageContaining("ikke signert av begge");
    }

    @Test
    void aWithdrawalEndsTheSigningOnce() {
        sent();
        contracts.abort(siri);
        contracts.abort(siri);

        assertThat(store.newest(siri).map(Contract::state)).isEqualTo(Optional.of(Contract.State.ABORTED));
        assertThat(told).containsExactly("candidate.contractSent[]", "case.signingEnded[]");
        assertThatCode(() -> contracts.signAsCandidate(siri, "Siri Øye-Aas")).doesNotThrowAnyException();
        assertThat(store.signatures(store.newest(siri).orElseThrow())).isEmpty();
        assertThatThrownBy(() -> new SignContractForm(contracts)
                        .save(context(), new FormAnswers(Map.of("hasRead", true, "actsForMunicipality", true))))
                .isInstanceOf(FormRejected.class);
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
