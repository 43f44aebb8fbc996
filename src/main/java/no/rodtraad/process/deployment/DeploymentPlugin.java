package no.rodtraad.process.deployment;

import no.rodtraad.process.BuildingBlocks;
import no.rodtraad.process.DeploymentJournal;
import no.rodtraad.process.DeploymentRule;
import no.rodtraad.process.Municipalities;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets every deployment pass {@link CheckedDeployments}, nobody delete what they have deployed, and nothing that is deployed
 * reach more than variables and building blocks.
 */
@Component
class DeploymentPlugin extends AbstractProcessEnginePlugin {

    private final CheckedDeployments deployments;
    private final BuildingBlocks blocks;

    DeploymentPlugin(
            Municipalities municipalities,
            Releases releases,
            ReleaseReasons reasons,
            Bases bases,
            BuildingBlocks blocks,
            ObjectProvider<DeploymentRule> rules,
            ObjectProvider<DeploymentJournal> journals) {
        this.deployments =
                new CheckedDeployments(new Sender(municipalities), releases, reasons, bases, rules, journals);
        this.blocks = blocks;
    }

    /** The engine's repository service, of use when the engine has started. */
    CheckedDeployments deployments() {
        return deployments;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setRepositoryService(deployments);
        engine.setResourceAuthorizationProvider(new ReadingOwnDeployments());
        engine.setExpressionManager(new JourneyExpressions(blocks));
        engine.setScriptEngineResolver(new NoScripts());
    }
}
