package no.rodtraad.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.rodtraad.process.Finding.Severity;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.beans.factory.ObjectProvider;

/** Every deployment passes here, from wherever it comes: the rules are asked before the engine, the journals told after. */
final class CheckedDeployments extends RepositoryServiceImpl {

    private final ObjectProvider<DeploymentRule> rules;
    private final ObjectProvider<DeploymentJournal> journals;

    CheckedDeployments(ObjectProvider<DeploymentRule> rules, ObjectProvider<DeploymentJournal> journals) {
        this.rules = rules;
        this.journals = journals;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        return commandExecutor.execute(context -> deploy(builder, context));
    }

    private DeploymentWithDefinitions deploy(DeploymentBuilderImpl builder, CommandContext context) {
        DeploymentDraft draft = draft(builder, context);
        List<Finding> findings =
                rules.stream().flatMap(rule -> rule.check(draft).stream()).toList();
        List<Finding> errors = of(Severity.ERROR, findings);
        if (!errors.isEmpty()) {
            throw RefusedDeployment.because(errors);
        }
        DeploymentWithDefinitions deployed = super.deployWithResult(builder);
        journals.forEach(journal -> journal.deployed(draft, deployed.getId(), of(Severity.WARNING, findings)));
        return deployed;
    }

    private static DeploymentDraft draft(DeploymentBuilderImpl builder, CommandContext context) {
        Map<String, String> files = new TreeMap<>();
        for (ResourceEntity file : builder.getDeployment().getResources().values()) {
            files.put(file.getName(), new String(file.getBytes(), StandardCharsets.UTF_8));
        }
        return new DeploymentDraft(
                builder.getDeployment().getTenantId(), files, files.keySet(), context.getAuthenticatedUserId());
    }

    private static List<Finding> of(Severity severity, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
