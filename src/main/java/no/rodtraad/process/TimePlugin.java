package no.rodtraad.process;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Lets the engine count in working days, and refuse at deployment what it could not count. */
@Component
class TimePlugin extends AbstractProcessEnginePlugin {

    private final SpanCalendar calendar;

    TimePlugin(SpanCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBusinessCalendarManager(EngineCalendars.of(calendar));
        engine.setBpmnParseFactory(DiagramParse::new);
    }
}
