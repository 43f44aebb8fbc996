package no.rodtraad.process.deployment;

import no.rodtraad.process.BuildingBlocks;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Evaluates expressions with nothing in reach but variables and published building blocks, also those in definitions that
 * were deployed before anybody checked. Without it, a name would be any bean, and a dot any method of Java's.
 */
final class JourneyExpressions extends JuelExpressionManager {

    private final BuildingBlocks blocks;

    JourneyExpressions(BuildingBlocks blocks) {
        this.blocks = blocks;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new PublishedResolver(blocks));
        return resolver;
    }
}
