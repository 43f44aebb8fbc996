package no.rodtraad.process.deployment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.process.ProcessVersion.Change;
import no.rodtraad.process.ProcessVersion.ChangedFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files differ from one release to the next, and what people call what they define. */
@Component
class ReleaseChanges {

    private static final String CHANGES = """
            with numbered as (
                select deployment_id, lag(deployment_id) over (order by number) as before from releases
                where tenant_id = :tenant and deployment_id in (select id_ from act_re_deployment))
            select n.deployment_id, f.name, case when o.name is null then 'ADDED' else 'CHANGED' end as change
            from numbered n
            join release_files f on f.deployment_id = n.deployment_id and f.changed
            left join release_files o on o.deployment_id = n.before and o.name = f.name
            where n.before is not null
            union all
            select n.deployment_id, o.name, 'REMOVED' from numbered n
            join release_files o on o.deployment_id = n.before
            left join release_files f on f.deployment_id = n.deployment_id and f.name = o.name
            where f.name is null
            order by 1, 2""";

    /** A file keeps its name from release to release, so the newest name of what it defines will do. */
    private static final String NAMES = """
            select distinct on (kind, key_) resource_name_, name_ from (
                select 'process' as kind, key_, version_, resource_name_, name_ from act_re_procdef
                where tenant_id_ = :tenant
                union all
                select 'decision', key_, version_, resource_name_, name_ from act_re_decision_def
                where tenant_id_ = :tenant) defined
            where name_ is not null
            order by kind, key_, version_ desc""";

    private static final String FORMS = """
            select distinct resource_name_, key_ from act_re_camformdef where tenant_id_ = :tenant""";

    private final JdbcClient jdbc;

    ReleaseChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Deployment id to the files that differ from the release before, by name.
     *
     * @param steps form id to names of the steps that show it
     */
    Map<String, List<ChangedFile>> of(String tenantId, Map<String, List<String>> steps) {
        Map<String, List<String>> names = names(tenantId, steps);
        Map<String, List<ChangedFile>> changes = new HashMap<>();
        jdbc.sql(CHANGES).param("tenant", tenantId).query(row -> {
            changes.computeIfAbsent(row.getString("deployment_id"), none -> new ArrayList<>())
                    .add(changed(row, names));
        });
        return changes;
    }

    private static ChangedFile changed(ResultSet row, Map<String, List<String>> names) throws SQLException {
        String file = row.getString("name");
        return new ChangedFile(file, Change.valueOf(row.getString("change")), names.getOrDefault(file, List.of()));
    }

    private Map<String, List<String>> names(String tenantId, Map<String, List<String>> steps) {
        Map<String, List<String>> names = new HashMap<>();
        jdbc.sql(NAMES).param("tenant", tenantId).query(row -> {
            names.computeIfAbsent(row.getString("resource_name_"), none -> new ArrayList<>())
                    .add(row.getString("name_"));
        });
        jdbc.sql(FORMS).param("tenant", tenantId).query(row -> {
            names.put(row.getString("resource_name_"), steps.getOrDefault(row.getString("key_"), List.of()));
        });
        return names;
    }
}
