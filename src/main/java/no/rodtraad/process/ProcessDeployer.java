package no.rodtraad.process;

import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys processes/ and forms/ to every municipality, under names that do not depend on where the application runs. A
 * changed file makes a new release, an unchanged start none; files of the region's or a municipality's own stay in place of ours. Files are
 * deployed together, because a diagram's forms and called processes are bound to its own deployment.
 */
@Component
class ProcessDeployer implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessDeployer.class);
    static final String NAME = "grunnvariant";
    static final String SOURCE = "Rød tråd";

    private final RepositoryService repository;
    private final Municipalities municipalities;

    ProcessDeployer(RepositoryService repository, Municipalities municipalities) {
        this.repository = repository;
        this.municipalities = municipalities;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, String> files = ApplicationFiles.read();
        municipalities.tenantIds().forEach(tenant -> deploy(tenant, files));
    }

    private void deploy(String tenant, Map<String, String> files) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source(SOURCE).tenantId(tenant);
        files.forEach(deployment::addString);
        try {
            LOG.info("{}: prosessene er klare ({})", tenant, deployment.deploy().getId());
        } catch (ParseException e) {
            throw new DeploymentRefused(
                    "Et prosessdiagram eller en beslutningstabell kan ikke brukes: " + e.getMessage(), e);
        } catch (ProcessEngineException e) {
            throw new DeploymentRefused("En fil i processes/ eller forms/ kan ikke brukes: " + e.getMessage(), e);
        }
    }
}
