package no.rodtraad.signing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.archive.Archive;
import no.rodtraad.archive.ArchiveFixtures;
import no.rodtraad.archive.InMemoryCase;
import no.rodtraad.document.DocumentFixtures;
import no.rodtraad.document.Documents;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.posten.PostenFixtures;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.ProcessVariable;
import no.rodtraad.process.RoleHolders;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.mockito.Mockito;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A process of its own that carries one contract through the signing as it is drawn, at Posten and into the archive. It goes on
 * from where it was stopped, and halts without a word at the place it is told.
 */
public final class SigningNode {

    public static final CaseId CASE = InMemoryCase.ID;
    public static final ApplicationId SIRI = new ApplicationId(UUID.fromString("5b5b4d0c-0000-4000-8000-000000000001"));
    /** As of a process that was killed. */
    public static final int KILLED = 137;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Clock CLOCK = Clock.systemUTC();

    private final String haltAt;
    private final InMemoryCase hiring = new InMemoryCase();
    private final ContractStore store;
    private final ContractTerms terms;
    private final ContractService contracts;
    private final SigningPoller poller;
    private final ProcessEngine engine;

    /** @param args in this order: the database, the folder for keys, certificates and archive, Posten's address, and where to halt */
    public static void main(String[] args) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        }
        new SigningNode(args[0], Path.of(args[1]), URI.create(args[2]), args[3]).carryThrough();
        Runtime.getRuntime().halt(0);
    }

    private SigningNode(String url, Path folder, URI posten, String haltAt) {
        this.haltAt = haltAt;
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(4);
        HikariDataSource dataSource = new HikariDataSource(pool);
        JdbcClient database = JdbcClient.create(dataSource);
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        var municipalities = new Municipalities(Map.of(
                CASE.tenantId(),
                new Municipalities.Municipality("Eksempelvik kommune", "123456785", "Rådhusgata 1, 9999 Eksempelvik")));
        Path keys = folder.resolve("documents.json");
        Documents documents = DocumentFixtures.documents(database, CLOCK, keys);
        SigningSettings settings =
                new SigningSettings(folder.resolve("authority.pem"), Duration.ofMinutes(15), 2, Duration.ofDays(30));
        store = new ContractStore(database, CLOCK);
        hiring.applicant(SIRI, "Siri Øye-Aas");
        terms = new ContractTerms(
                hiring,
                hiring.cases(),
                hiring,
                municipalities,
                new Binder(new MapConfigurationPropertySource())
                        .bindOrCreate("rodtraad.contract", ContractTexts.class));
        SigningJobs jobs = new SigningJobs(database, CLOCK);
        SigningService service = PostenFixtures.signing(posten, folder, municipalities, database, transactions, CLOCK);
        SigningDesk desk = new SigningDesk(
                InMemoryCase.provider(service),
                (tenant, capability) -> service.id(),
                jobs,
                new SigningIdentities(database, DocumentFixtures.cipher(database, CLOCK, keys), settings, CLOCK),
                applications(),
                Mockito.mock(RoleHolders.class),
                staff(),
                settings,
                CLOCK);
        Archive archive = ArchiveFixtures.inFolder(
                folder.resolve("archive"),
                database,
                hiring,
                municipalities,
                CLOCK,
                new SignedContractRecord(store, documents, hiring));
        Journeys journeys = new Straight();
        contracts = new ContractService(
                store,
                terms,
                documents,
                DocumentFixtures.renderer(),
                desk,
                archive,
                (key, caseId, to, code) -> {},
                journeys);
        SigningInbox inbox = new SigningInbox(
                jobs,
                desk,
                store,
                documents,
                archive,
                applications(),
                hiring,
                journeys,
                (key, caseId, step, answers) -> finish(step));
        poller = new SigningPoller(desk, inbox, jobs, database, transactions);
        engine = engine(dataSource, transactions, archive);
        whatPeopleHaveSaid();
    }

    private ProcessEngine engine(HikariDataSource dataSource, JdbcTransactionManager transactions, Archive archive) {
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setMetricsEnabled(false);
        configuration.setBeans(new HashMap<>(Map.of(
                "sendForSigning", here(new SendForSigning(contracts)),
                "recordSigning", here(new RecordSigning(contracts)),
                "archiveDocument", here(ArchiveFixtures.archiveDocument(archive)),
                "confirmSigning", here(new ConfirmSigning(contracts)),
                "deadline", new Days(),
                "decisionPoint", new Days())));
        return configuration.buildProcessEngine();
    }

    /** What a step has done is outside before the engine knows that it is done. */
    private JavaDelegate here(JavaDelegate step) {
        return execution -> {
            step.execute(execution);
            haltIf("in " + execution.getCurrentActivityId());
        };
    }

    private void haltIf(String place) {
        if (place.equals(haltAt)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private void carryThrough() {
        if (store.newest(SIRI).isEmpty()) {
            begin();
        }
        Instant end = Instant.now().plus(PATIENCE);
        while (engine.getRuntimeService().createProcessInstanceQuery().count() > 0) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The contract is never signed");
            }
            poller.look();
            due().forEach(this::run);
        }
        engine.close();
    }

    private void begin() {
        contracts.generate(CASE, SIRI, reviewed());
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream(
                        "contract-signing.bpmn",
                        SigningNode.class.getResourceAsStream("/processes/contract-signing.bpmn"))
                .deploy();
        engine.getRuntimeService()
                .createProcessInstanceByKey("contract-signing")
                .businessKey(CASE.value())
                .setVariable(HiringVariables.CASE_ID.name(), CASE.value())
                .setVariable(HiringVariables.APPLICATION_ID.name(), SIRI.toString())
                .setVariable("needsPoliceCertificate", false)
                .startBeforeActivity("sendForSigning")
                .execute();
    }

    private List<Job> due() {
        return engine.getManagementService().createJobQuery().executable().list();
    }

    private void run(Job job) {
        String step = engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        engine.getManagementService().executeJob(job.getId());
        haltIf("after " + step);
    }

    /** Delivers at once what otherwise goes through the outbox, in the same transaction. */
    private final class Straight implements Journeys {

        @Override
        public void start(CaseId caseId, ApplicationId applicationId, Map<ProcessVariable<?>, Object> flags) {}

        @Override
        public void tellCandidate(
                String key,
                CaseId caseId,
                ApplicationId applicationId,
                String message,
                Map<ProcessVariable<?>, Object> flags) {}

        @Override
        public void tellCase(String key, CaseId caseId, String message, Map<ProcessVariable<?>, Object> flags) {
            engine.getRuntimeService().correlateMessage(message, caseId.value());
        }
    }

    private void finish(String step) {
        engine.getTaskService()
                .complete(engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey(step)
                        .singleResult()
                        .getId());
    }

    private static Applications applications() {
        ApplicationInfo candidate = Mockito.mock(ApplicationInfo.class);
        Mockito.when(candidate.email()).thenReturn("siri@example.org");
        Mockito.when(candidate.phone()).thenReturn("99999999");
        Applications applications = Mockito.mock(Applications.class);
        Mockito.when(applications.get(SIRI)).thenReturn(candidate);
        return applications;
    }

    private static StaffDirectory staff() {
        StaffDirectory.Member manager = Mockito.mock(StaffDirectory.Member.class);
        Mockito.when(manager.email()).thenReturn("kari@example.org");
        StaffDirectory staff = Mockito.mock(StaffDirectory.class);
        Mockito.when(staff.membersOf(CASE.tenantId(), "manager")).thenReturn(List.of(manager));
        return staff;
    }

    private void whatPeopleHaveSaid() {
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
        hiring.answer(
                null,
                "make-offer",
                "manager1",
                "offeredApplication",
                "Hvem",
                SIRI.toString(),
                "salaryNok",
                "Lønn",
                540000,
                "extentPercent",
                "Størrelse",
                100,
                "firstDay",
                "Første dag",
                "2027-08-01");
        List<Object> review = new ArrayList<>();
        reviewed().forEach((key, value) -> review.addAll(List.of(key, key, value)));
        hiring.answer(SIRI, "review-contract", "hr1", review.toArray());
    }

    private Map<String, Object> reviewed() {
        Map<String, Object> answers = new HashMap<>(terms.reviewFields(CASE, SIRI));
        answers.put("workplaceAddress", "Solbakkveien 2, 9999 Eksempelvik");
        answers.put("weeklyHours", 37.5);
        answers.put("contractApproved", true);
        return answers;
    }

    /** The calendar, of which the signing wants dates that are far away. */
    public static final class Days {

        public Date due(Object execution) {
            return warnAt(execution, "");
        }

        public Date warnAt(Object execution, String point) {
            return Date.from(CLOCK.instant().plus(Duration.ofDays(30)));
        }
    }
}
