package no.rodtraad.process.deployment;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.rodtraad.process.DeploymentDraft;
import no.rodtraad.process.DeploymentJournal;
import no.rodtraad.process.DeploymentRule;
import no.rodtraad.process.Finding;
import no.rodtraad.process.Finding.Severity;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Every deployment passes here, from wherever it comes. What somebody sends is completed with the rest of their
 * municipality's release, so that it takes effect in new cases; what the application brings at start-up gives way to the
 * municipality's own files. The rules are asked before the engine, the journals told after.
 */
final class CheckedDeployments extends RepositoryServiceImpl {

    private final Sender sender;
    private final Releases releases;
    private final ReleaseReasons reasons;
    private final Bases bases;
    private final ObjectProvider<DeploymentRule> rules;
    private final ObjectProvider<DeploymentJournal> journals;

    CheckedDeployments(
            Sender sender,
            Releases releases,
            ReleaseReasons reasons,
            Bases bases,
            ObjectProvider<DeploymentRule> rules,
            ObjectProvider<DeploymentJournal> journals) {
        this.sender = sender;
        this.releases = releases;
        this.reasons = reasons;
        this.bases = bases;
        this.rules = rules;
        this.journals = journals;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        return commandExecutor.execute(context -> deploy(builder, context));
    }

    private DeploymentWithDefinitions deploy(DeploymentBuilderImpl builder, CommandContext context) {
        context.getProcessEngineConfiguration()
                .getCommandCheckers()
                .forEach(checker -> checker.checkCreateDeployment());
        String tenant = sender.municipality(context, builder.getDeployment().getTenantId());
        // the engine takes the same lock later; what is completed must not change in between
        context.getPropertyManager().acquireExclusiveLock();
        Optional<Releases.Current> current = releases.current(tenant);
        DeploymentDraft draft = draft(builder, tenant, current, sender(builder, context));
        if (current.isPresent() && current.get().release().texts().equals(draft.files())) {
            return context.getDeploymentManager()
                    .findDeploymentById(current.get().deploymentId());
        }
        List<Finding> findings =
                rules.stream().flatMap(rule -> rule.check(draft).stream()).toList();
        refuse(of(Severity.ERROR, findings));
        Optional<String> reason = reason(builder, draft);
        DeploymentWithDefinitions deployed = super.deployWithResult(complete(builder, draft));
        journals.forEach(journal -> journal.deployed(draft, deployed.getId(), of(Severity.WARNING, findings)));
        @Nullable String userId = draft.userId();
        if (userId == null) {
            return deployed;
        }
        reason.ifPresent(text -> reasons.add(tenant, deployed.getId(), text, userId));
        return withoutTheRest(deployed, draft.changed());
    }

    private static @Nullable String sender(DeploymentBuilderImpl builder, CommandContext context) {
        return builder instanceof StaffDeployment page ? page.userId() : context.getAuthenticatedUserId();
    }

    private Optional<String> reason(DeploymentBuilderImpl builder, DeploymentDraft draft) {
        if (builder instanceof WholeRelease whole) {
            return Optional.of(whole.reason());
        }
        if (builder instanceof StaffDeployment page) {
            return Optional.of(page.reason());
        }
        DeploymentEntity sent = builder.getDeployment();
        return reasons.written(
                draft.tenantId(), sent.getName(), sent.getResources().keySet());
    }

    private DeploymentDraft draft(
            DeploymentBuilderImpl builder, String tenant, Optional<Releases.Current> current, @Nullable String userId) {
        if (isRedeployment(builder)) {
            throw RefusedDeployment.because(List.of(Faults.redeployment()));
        }
        List<ReleaseFile> sent = read(builder.getDeployment().getResources());
        try {
            Release before = current.map(Releases.Current::release).orElse(Release.NOTHING);
            if (builder instanceof WholeRelease) {
                return instead(tenant, sent, before, userId);
            }
            return userId != null && !(builder instanceof StaffDeployment page && page.isBase())
                    ? ofSomebody(tenant, sent, before, userId)
                    : ofTheBase(tenant, sent, before, builder.getDeployment().getSource(), userId);
        } catch (Unreadable e) {
            throw RefusedDeployment.because(List.of(e.finding()));
        }
    }

    private static boolean isRedeployment(DeploymentBuilderImpl builder) {
        return !builder.getDeployments().isEmpty()
                || !builder.getDeploymentResourcesById().isEmpty()
                || !builder.getDeploymentResourcesByName().isEmpty()
                || builder.getProcessDefinitionsActivationDate() != null;
    }

    private static DeploymentDraft ofSomebody(String tenant, List<ReleaseFile> sent, Release before, String userId)
            throws Unreadable {
        Release.Next next = before.with(sent);
        return new DeploymentDraft(tenant, next.release().texts(), next.names(), userId);
    }

    private static DeploymentDraft instead(
            String tenant, List<ReleaseFile> whole, Release before, @Nullable String userId) {
        Map<String, String> files = whole.stream().collect(Collectors.toMap(ReleaseFile::name, ReleaseFile::text));
        return new DeploymentDraft(tenant, files, changed(before, files), userId);
    }

    private static Set<String> changed(Release before, Map<String, String> files) {
        Set<String> changed = new HashSet<>(files.keySet());
        Map<String, String> old = before.texts();
        changed.removeIf(name -> Objects.equals(files.get(name), old.get(name)));
        return changed;
    }

    private DeploymentDraft ofTheBase(
            String tenant, List<ReleaseFile> application, Release before, String source, @Nullable String userId)
            throws Unreadable {
        Release ours = Release.NOTHING
                .with(application)
                .release()
                .with(Release.of(bases.region()).files().values())
                .release();
        List<ReleaseFile> own = new ArrayList<>();
        for (Map.Entry<String, String> file : releases.own(tenant, source).entrySet()) {
            ReleaseFile theirs = ReleaseFile.read(file.getKey(), file.getValue());
            if (ours.has(theirs)) {
                releases.isNoLongerOwn(tenant, theirs.name());
            } else {
                own.add(theirs);
            }
        }
        bases.are(tenant, ours.texts(), own.stream().map(ReleaseFile::name).collect(Collectors.toSet()));
        Map<String, String> files = ours.with(own).release().texts();
        return new DeploymentDraft(tenant, files, changed(before, files), userId);
    }

    private static List<ReleaseFile> read(Map<String, ResourceEntity> resources) {
        List<ReleaseFile> files = new ArrayList<>();
        List<Finding> faults = new ArrayList<>();
        for (ResourceEntity resource : resources.values()) {
            try {
                files.add(ReleaseFile.read(resource.getName(), resource.getBytes()));
            } catch (Unreadable e) {
                faults.add(e.finding());
            }
        }
        refuse(faults);
        return files;
    }

    private static void refuse(List<Finding> errors) {
        if (!errors.isEmpty()) {
            throw RefusedDeployment.because(errors);
        }
    }

    private DeploymentBuilderImpl complete(DeploymentBuilderImpl sent, DeploymentDraft draft) {
        DeploymentBuilderImpl whole = new DeploymentBuilderImpl(this);
        DeploymentEntity deployment = sent.getDeployment();
        whole.name(deployment.getName()).source(deployment.getSource()).tenantId(draft.tenantId());
        draft.files()
                .forEach((name, text) ->
                        whole.addInputStream(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        return whole;
    }

    /** Whoever sent one process expects to hear about that one; the Modeler starts the first in the answer. */
    private static DeploymentWithDefinitions withoutTheRest(DeploymentWithDefinitions deployed, Set<String> sent) {
        DeploymentEntity deployment = (DeploymentEntity) deployed;
        deployment.getDeployedArtifacts().values().stream()
                .flatMap(artifacts -> new ArrayList<Object>(artifacts).stream())
                .map(ResourceDefinitionEntity.class::cast)
                .filter(artifact -> !sent.contains(artifact.getResourceName()))
                .toList()
                .forEach(deployment::removeArtifact);
        return deployed;
    }

    private static List<Finding> of(Severity severity, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
