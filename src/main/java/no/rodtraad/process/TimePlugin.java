package no.rodtraad.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.stereotype.Component;

/** Lets the engine count in working days, and refuse at deployment what it could not count. */
@Component
class TimePlugin extends AbstractProcessEnginePlugin {

    private final SpanCalendar calendar;
    private final JourneyGroups groups;

    TimePlugin(SpanCalendar calendar, JourneyGroups groups) {
        this.calendar = calendar;
        this.groups = groups;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBusinessCalendarManager(EngineCalendars.of(calendar));
        engine.setBpmnParseFactory(DiagramParse::new);
        List<Deployer> deployers = new ArrayList<>();
        if (engine.getCustomPreDeployers() != null) {
            deployers.addAll(engine.getCustomPreDeployers());
        }
        deployers.add(new DeadlineTableCheck(groups));
        engine.setCustomPreDeployers(deployers);
    }
}
