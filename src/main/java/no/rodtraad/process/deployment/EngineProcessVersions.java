package no.rodtraad.process.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

    @Override
    public List<ProcessVersion> of(String tenantId) {
        List<Version> versions = drawn.versions(tenantId);
        Map<String, String> deployers = releases.deployers(tenantId);
        Map<String, List<Reason>> why = reasons.of(tenantId);
        Map<String, List<ChangedFile>> changed = changes.of(tenantId, stepsByForm(tenantId));
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

    /** Of the newest version: a form belongs to the same steps for long. */
    private Map<String, List<String>> stepsByForm(String tenantId) {
        try {
            return releases.current(tenantId)
                    .map(Releases.Current::release)
                    .orElse(Release.NOTHING)
                    .stepsByForm();
        } catch (Unreadable e) {
            throw new IllegalStateException("The release of %s cannot be read".formatted(tenantId), e);
        }
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
