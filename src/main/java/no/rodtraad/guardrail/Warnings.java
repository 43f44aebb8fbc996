package no.rodtraad.guardrail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import no.rodtraad.process.DeploymentDraft;
import no.rodtraad.process.DeploymentJournal;
import no.rodtraad.process.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the advice about what each municipality's new cases follow now, in the table {@code deployment_warnings}. */
@Repository
class Warnings implements DeploymentJournal {

    private final JdbcClient jdbc;
    private final Clock clock;

    Warnings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One piece of advice; texts as in {@link Finding}. */
    record Warning(
            String tenantId,
            String rule,
            String file,
            @Nullable String elementId,
            String what,
            String why,
            String mend) {}

    @Override
    public void deployed(DeploymentDraft draft, String deploymentId, List<Finding> warnings) {
        jdbc.sql("delete from deployment_warnings where tenant_id = :tenant")
                .param("tenant", draft.tenantId())
                .update();
        warnings.forEach(warning -> keep(draft.tenantId(), deploymentId, warning));
    }

    private void keep(String tenantId, String deploymentId, Finding warning) {
        jdbc.sql("""
                        insert into deployment_warnings
                          (tenant_id, deployment_id, found_at, rule, file, element_id, line, col, what, why, mend)
                        values (:tenant, :deployment, :now, :rule, :file, :element, :line, :col, :what, :why, :mend)""")
                .param("tenant", tenantId)
                .param("deployment", deploymentId)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("rule", warning.rule())
                .param("file", warning.file())
                .param("element", warning.elementId())
                .param("line", warning.line())
                .param("col", warning.column())
                .param("what", warning.what())
                .param("why", warning.why())
                .param("mend", warning.mend())
                .update();
    }

    /** In the order they were found. */
    List<Warning> of(Collection<String> tenants) {
        if (tenants.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select tenant_id, rule, file, element_id, what, why, mend from deployment_warnings
                        where tenant_id in (:tenants) order by tenant_id, id""").param("tenants", tenants).query(Warning.class).list();
    }
}
