package no.rodtraad.hiring;

import java.util.List;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.ForDiagrams;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which groups take part in a case. The diagram asks for them as {@code ${participants.of(execution)}}. */
@ForDiagrams
@Component("participants")
public class Participants {

    private final JdbcClient jdbc;

    Participants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @ForDiagrams
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
    public void set(CaseId caseId, List<String> groups) {
        jdbc.sql("delete from case_participants where case_id = :case")
                .param("case", caseId.value())
                .update();
        for (String group : groups) {
            jdbc.sql("insert into case_participants (case_id, tenant_id, group_id) values (:case, :tenant, :group)")
                    .param("case", caseId.value())
                    .param("tenant", caseId.tenantId())
                    .param("group", group)
                    .update();
        }
    }
}
