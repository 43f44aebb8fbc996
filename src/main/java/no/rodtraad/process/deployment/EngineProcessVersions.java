package no.rodtraad.process.deployment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.rodtraad.process.Drawing;
import no.rodtraad.process.DrawnProcesses;
import no.rodtraad.process.DrawnProcesses.Version;
import no.rodtraad.process.ProcessVersion;
import no.rodtraad.process.ProcessVersion.ChangedFile;
import no.rodtraad.process.ProcessVersion.Reason;
import no.rodtraad.process.ProcessVersions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Puts together what the engine, the releases and the reasons know of each version. */
@Component
class EngineProcessVersions implements ProcessVersions {

    private static final String CASE_PROCESS = "hiring-case";

    private final DrawnProcesses drawn;
    private final Releases releases;
    private final ReleaseChanges changes;
    private final ReleaseReasons reasons;
    private final DeploymentPlugin plugin;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final RuntimeService runtime;

    /** What has been deployed never changes, and reading its diagrams takes a while. */
    private final Map<String, Tasks> tasks = new ConcurrentHashMap<>();

    EngineProcessVersions(
            DrawnProcesses drawn,
            Releases releases,
            ReleaseChanges changes,
            ReleaseReasons reasons,
            DeploymentPlugin plugin,
            @Lazy IdentityService identity,
            @Lazy RepositoryService repository,
            @Lazy RuntimeService runtime) {
        this.drawn = drawn;
        this.releases = releases;
        this.changes = changes;
        this.reasons = reasons;
        this.plugin = plugin;
        this.identity = identity;
        this.repository = repository;
        this.runtime = runtime;
    }

    /** @param byForm form id to names of the tasks it belongs to */
    private record Tasks(String versionId, Map<String, List<String>> byForm) {}

    @Override
    public List<ProcessVersion> of(String tenantId) {
        List<Version> versions = drawn.versions(tenantId);
        Map<String, String> deployers = releases.deployers(tenantId);
        Map<String, List<Reason>> why = reasons.of(tenantId);
        Map<String, List<ChangedFile>> changed = changes.of(tenantId, tasksByForm(tenantId, versions));
        Map<String, Long> open = openCases(tenantId);
        return versions.stream()
                .map(version -> new ProcessVersion(
                        version.id(),
                        version.number(),
                        version.since(),
                        deployers.get(version.id()),
                        why.getOrDefault(version.id(), List.of()),
                        changed.getOrDefault(version.id(), List.of()),
                        open.getOrDefault(version.id(), 0L)))
                .toList();
    }

    /** Of the newest version: a form belongs to the same tasks for long. */
    private Map<String, List<String>> tasksByForm(String tenantId, List<Version> versions) {
        return versions.isEmpty()
                ? Map.of()
                : tasks.compute(
                                tenantId,
                                (tenant, last) -> last != null
                                                && last.versionId()
                                                        .equals(versions.get(0).id())
                                        ? last
                                        : read(tenant, versions.get(0).id()))
                        .byForm();
    }

    private Tasks read(String tenantId, String versionId) {
        Map<String, List<String>> byForm = new HashMap<>();
        drawn.drawing(tenantId, versionId)
                .map(Drawing::processes)
                .orElse(List.of())
                .forEach(process -> addTasks(process, byForm));
        return new Tasks(versionId, byForm);
    }

    private static void addTasks(Drawing.DrawnProcess process, Map<String, List<String>> tasks) {
        process.steps().stream()
                .filter(step -> !step.form().isEmpty())
                .forEach(step -> tasks.computeIfAbsent(step.form(), none -> new ArrayList<>())
                        .add(step.name()));
        process.asides().forEach(aside -> addTasks(aside, tasks));
    }

    private Map<String, Long> openCases(String tenantId) {
        Map<String, String> deployments = definitions(tenantId).stream()
                .collect(Collectors.toMap(ProcessDefinition::getId, ProcessDefinition::getDeploymentId));
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(CASE_PROCESS)
                .tenantIdIn(tenantId)
                .list()
                .stream()
                .map(ProcessInstance::getProcessDefinitionId)
                .collect(Collectors.groupingBy(deployments::get, Collectors.counting()));
    }

    private List<ProcessDefinition> definitions(String tenantId) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(CASE_PROCESS)
                .tenantIdIn(tenantId)
                .list();
    }

    @Override
    public void explain(String tenantId, String versionId, String reason, String userId) {
        reasons.add(tenantId, versionId, reason, userId);
    }

    @Override
    public boolean goBack(String tenantId, String versionId, String reason, Deployer by) {
        Version version = drawn.versions(tenantId).stream()
                .filter(candidate -> candidate.id().equals(versionId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No version " + versionId + " of " + tenantId));
        Map<String, String> files = drawn.files(tenantId, versionId).orElseThrow();
        Optional<String> before = releases.current(tenantId).map(Releases.Current::deploymentId);
        String after = as(by, () -> deployed(tenantId, files, "Tilbake til versjon " + version.number(), reason));
        return !before.equals(Optional.of(after));
    }

    private String deployed(String tenantId, Map<String, String> files, String name, String reason) {
        try {
            return new WholeRelease(plugin.deployments(), tenantId, files, name, reason)
                    .deploy()
                    .getId();
        } catch (ParseException e) {
            throw RefusedDeployment.inWords(e);
        }
    }

    private <T> T as(Deployer by, Supplier<T> work) {
        identity.setAuthentication(by.userId(), by.groups(), by.tenants());
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
