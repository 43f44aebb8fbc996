package no.rodtraad.hiring;

import java.util.List;
import java.util.Map;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which groups take part in a case. The diagram asks for them as {@code ${participants.of(execution)}}. */
@Component("participants")
public class Participants {

    private final JdbcClient jdbc;

    Participants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> of(DelegateExecution execution) {
        return of(CaseId.of(execution));
    }

    public List<String> of(CaseId caseId) {
        return jdbc.sql("select group_id from case_participants where case_id = :case order by group_id")
                .param("case", caseId.value())
                .query(String.class)
                .list();
    }

    /** HR decides in the plan who takes part. */
    @Component
    static class SetUpPlan implements FormBinding {

        private final JdbcClient jdbc;

        SetUpPlan(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public String formKey() {
            return "set-up-plan";
        }

        @Override
        public Map<String, @Nullable Object> load(FormContext context) {
            List<String> chosen = jdbc.sql(
                            "select group_id from case_participants where case_id = :case order by group_id")
                    .param("case", context.caseId().value())
                    .query(String.class)
                    .list();
            return Map.of("participantGroups", chosen.isEmpty() ? List.of("manager", "hr", "union", "panel") : chosen);
        }

        @Override
        public void save(FormContext context, FormAnswers answers) {
            List<String> groups = answers.texts("participantGroups");
            if (!groups.containsAll(List.of("hr", "manager"))) {
                throw new FormRejected("HR og leder må alltid være med i saken. Kryss av for begge.");
            }
            jdbc.sql("delete from case_participants where case_id = :case and group_id not in (:groups)")
                    .param("case", context.caseId().value())
                    .param("groups", groups)
                    .update();
            for (String group : groups) {
                jdbc.sql("""
                                insert into case_participants (case_id, tenant_id, group_id)
                                values (:case, :tenant, :group) on conflict do nothing""")
                        .param("case", context.caseId().value())
                        .param("tenant", context.caseId().tenantId())
                        .param("group", group)
                        .update();
            }
        }
    }
}
