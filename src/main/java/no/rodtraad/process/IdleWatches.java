package no.rodtraad.process;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The timers that watch over a decision point the case has already come to. They fall due all the same, while the phase
 * lasts, but then nothing happens.
 */
@Component
@Profile("demo")
class IdleWatches {

    private static final String POINT_VARIABLE = "point";
    private static final Pattern WATCHED =
            Pattern.compile("\\$\\{decisionPoint\\.\\w+\\(\\s*execution\\s*,\\s*'?(\\w+)'?\\s*\\)}");

    private final ManagementService management;
    private final RuntimeService runtime;
    private final PointsUnderWay clock;

    IdleWatches(ManagementService management, RuntimeService runtime, PointsUnderWay clock) {
        this.management = management;
        this.runtime = runtime;
        this.clock = clock;
    }

    boolean contain(JobNames.Named timer) {
        Optional<DecisionPoint> point = point(timer.job());
        Optional<CaseId> caseId = timer.caseId();
        return point.isPresent() && caseId.isPresent() && !clock.runs(caseId.get(), point.get());
    }

    private Optional<DecisionPoint> point(Job timer) {
        @Nullable
        JobDefinition definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult();
        if (definition == null || definition.getJobConfiguration() == null) {
            return Optional.empty();
        }
        return WATCHED.matcher(definition.getJobConfiguration())
                .results()
                .findFirst()
                .map(found -> named(found, timer))
                .map(DecisionPoint::find);
    }

    private @Nullable String named(MatchResult found, Job timer) {
        String written = found.group(1);
        return written.equals(POINT_VARIABLE)
                ? (String) runtime.getVariable(timer.getExecutionId(), POINT_VARIABLE)
                : written;
    }
}
