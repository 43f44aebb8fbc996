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

    private final Municipalities municipalities;
    private final Releases releases;
    private final BuildingBlocks blocks;
    private final ObjectProvider<DeploymentRule> rules;
    private final ObjectProvider<DeploymentJournal> journals;

    DeploymentPlugin(
            Municipalities municipalities,
            Releases releases,
            BuildingBlocks blocks,
            ObjectProvider<DeploymentRule> rules,
            ObjectProvider<DeploymentJournal> journals) {
        this.municipalities = municipalities;
        this.releases = releases;
        this.blocks = blocks;
        this.rules = rules;
        this.journals = journals;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setRepositoryService(new CheckedDeployments(new Sender(municipalities), releases, rules, journals));
        engine.setResourceAuthorizationProvider(new ReadingOwnDeployments());
        engine.setExpressionManager(new JourneyExpressions(blocks));
        engine.setScriptEngineResolver(new NoScripts());
    }
}
