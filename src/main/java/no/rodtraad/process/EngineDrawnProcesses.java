package no.rodtraad.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the deployments of the engine; a version is a deployment that cases can start from. */
@Component
class EngineDrawnProcesses implements DrawnProcesses {

    private static final String START = "hiring-case";
    private static final String DEADLINES = "deadlines";

    private final RepositoryService repository;
    private final DiagramReader diagrams = new DiagramReader();

    EngineDrawnProcesses(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public List<Version> versions(String tenantId) {
        return WithoutUser.call(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(START)
                .tenantIdIn(tenantId)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(this::version)
                .toList());
    }

    private Version version(ProcessDefinition definition) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        return new Version(
                deployment.getId(),
                definition.getVersion(),
                deployment.getDeploymentTime().toInstant());
    }

    @Override
    public Optional<Drawing> drawing(String tenantId, String versionId) {
        return isKnown(tenantId, versionId) ? Optional.of(WithoutUser.call(() -> read(versionId))) : Optional.empty();
    }

    @Override
    public Optional<Map<String, String>> files(String tenantId, String versionId) {
        return isKnown(tenantId, versionId)
                ? Optional.of(WithoutUser.call(() -> repository.getDeploymentResources(versionId).stream()
                        .collect(Collectors.toMap(
                                Resource::getName,
                                file -> new String(content(versionId, file), StandardCharsets.UTF_8)))))
                : Optional.empty();
    }

    private boolean isKnown(String tenantId, String versionId) {
        return versions(tenantId).stream().anyMatch(version -> version.id().equals(versionId));
    }

    private Drawing read(String deploymentId) {
        List<Drawing.DrawnProcess> processes = new ArrayList<>();
        List<Drawing.DeadlineRow> deadlines = new ArrayList<>();
        Map<String, List<String>> checklists = new LinkedHashMap<>();
        for (Resource file : repository.getDeploymentResources(deploymentId)) {
            byte[] content = content(deploymentId, file);
            if (file.getName().endsWith(".bpmn")) {
                processes.addAll(diagrams.processes(content));
            } else if (file.getName().endsWith(".dmn")) {
                deadlines.addAll(DeadlineRows.of(content, DEADLINES));
            } else if (file.getName().endsWith(".form")) {
                FormSchema form = FormSchema.parse(content);
                form.field("checklist")
                        .ifPresent(field -> checklists.put(
                                form.id(), List.copyOf(field.options().values())));
            }
        }
        return new Drawing(processes, deadlines, checklists);
    }

    private byte[] content(String deploymentId, Resource file) {
        try (InputStream in = repository.getResourceAsStreamById(deploymentId, file.getId())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
