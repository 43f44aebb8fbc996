package no.rodtraad.process.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.rodtraad.process.DeploymentDraft;
import no.rodtraad.process.DeploymentRule;
import no.rodtraad.process.DeploymentTrials;
import no.rodtraad.process.Finding;
import no.rodtraad.process.Finding.Severity;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Goes the way of a deployment up to the point where something would be kept. */
@Component
class EngineDeploymentTrials implements DeploymentTrials {

    private final Releases releases;
    private final ObjectProvider<DeploymentRule> rules;
    private final ProcessEngine engine;

    EngineDeploymentTrials(Releases releases, ObjectProvider<DeploymentRule> rules, @Lazy ProcessEngine engine) {
        this.releases = releases;
        this.rules = rules;
        this.engine = engine;
    }

    @Override
    public List<Finding> check(String tenantId, Map<String, byte[]> files, String userId) {
        List<ReleaseFile> sent = new ArrayList<>();
        List<Finding> unreadable = new ArrayList<>();
        files.forEach((name, content) -> {
            try {
                sent.add(ReleaseFile.read(name, content));
            } catch (Unreadable e) {
                unreadable.add(e.finding());
            }
        });
        return unreadable.isEmpty() ? check(tenantId, sent, userId) : unreadable;
    }

    private List<Finding> check(String tenantId, List<ReleaseFile> sent, String userId) {
        Release before =
                releases.current(tenantId).map(Releases.Current::release).orElse(Release.NOTHING);
        try {
            Release.Next next = before.with(sent);
            DeploymentDraft draft = new DeploymentDraft(tenantId, next.release().texts(), next.names(), userId);
            return findings(draft).map(named(draft, sent)).toList();
        } catch (Unreadable e) {
            return List.of(e.finding());
        }
    }

    private Stream<Finding> findings(DeploymentDraft draft) {
        List<Finding> findings = rules.stream()
                .flatMap(rule -> rule.check(draft).stream())
                .filter(finding ->
                        finding.severity() == Severity.ERROR || draft.changed().contains(finding.file()))
                .toList();
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? findings.stream()
                : Stream.concat(findings.stream(), parsed(draft));
    }

    /** What only the engine sees; it is asked last, as when deploying. */
    private Stream<Finding> parsed(DeploymentDraft draft) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return draft.changed().stream()
                .filter(name ->
                        FileKind.of(name).filter(FileKind.DIAGRAM::equals).isPresent())
                .sorted()
                .flatMap(name -> configuration
                        .getCommandExecutorTxRequired()
                        .execute(context -> parsed(configuration, name, draft)));
    }

    private static Stream<Finding> parsed(
            ProcessEngineConfigurationImpl configuration, String name, DeploymentDraft draft) {
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setNew(true);
        deployment.setTenantId(draft.tenantId());
        try {
            parser(configuration)
                    .createParse()
                    .sourceString(draft.files().get(name))
                    .deployment(deployment)
                    .name(name)
                    .execute();
            return Stream.empty();
        } catch (ParseException e) {
            return e.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(problem -> finding(name, problem));
        }
    }

    private static BpmnParser parser(ProcessEngineConfigurationImpl configuration) {
        return configuration.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(deployer -> ((BpmnDeployer) deployer).getBpmnParser())
                .findFirst()
                .orElseThrow();
    }

    private static Finding finding(String name, Problem problem) {
        return new Finding(
                "S16",
                Severity.ERROR,
                name,
                problem.getMainElementId(),
                problem.getLine(),
                problem.getColumn(),
                problem.getMessage(),
                "",
                "");
    }

    private static UnaryOperator<Finding> named(DeploymentDraft draft, List<ReleaseFile> sent) {
        return finding -> sent.stream()
                .filter(file -> file.text().equals(draft.files().get(finding.file())))
                .findFirst()
                .map(file -> new Finding(
                        finding.rule(),
                        finding.severity(),
                        file.name(),
                        finding.elementId(),
                        finding.line(),
                        finding.column(),
                        finding.what(),
                        finding.why(),
                        finding.mend()))
                .orElse(finding);
    }
}
