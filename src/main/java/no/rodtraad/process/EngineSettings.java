package no.rodtraad.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Engine settings that no property reaches; the others stand in application.yaml with their reasons. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin implements SmartInitializingSingleton {

    private final List<BpmnParseListener> parseListeners;
    private final JdbcClient jdbc;
    private final String retryCycle;

    EngineSettings(
            List<BpmnParseListener> parseListeners,
            JdbcClient jdbc,
            @Value("${rodtraad.engine.retry-cycle:PT1M,PT5M,PT15M,PT1H,PT4H,PT12H}") String retryCycle) {
        this.parseListeners = List.copyOf(parseListeners);
        this.jdbc = jdbc;
        this.retryCycle = retryCycle;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.addAll(parseListeners);
        engine.setCustomPostBPMNParseListeners(listeners);
        engine.setFailedJobRetryTimeCycle(retryCycle);
        // an answer with a sentence is no fault of ours; the REST API and the job executor log what is
        engine.setEnableCmdExceptionLogging(false);
        // who may work on a task may claim and complete it and put it back, not hand it on or write variables into it
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setTaskService(new GivingBackTasks());
    }

    /** Without this index every idle poll for due timers reads the whole job table. */
    @Override
    public void afterSingletonsInstantiated() {
        jdbc.sql("""
                        create index if not exists rt_idx_job_due on act_ru_job (duedate_)
                        where retries_ > 0 and suspension_state_ = 1""").update();
    }
}
