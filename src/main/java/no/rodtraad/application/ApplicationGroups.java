package no.rodtraad.application;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import no.rodtraad.process.ApplicationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The applications that were sent together, one to each position. */
@Repository
public class ApplicationGroups {

    private final JdbcClient jdbc;
    private final Clock clock;

    ApplicationGroups(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param inOrder two or more of one municipality, the first wish first */
    void tie(String tenantId, List<ApplicationId> inOrder) {
        UUID group = UUID.randomUUID();
        jdbc.sql("""
                        insert into application_groups (id, tenant_id, wishes, created_at)
                        values (:id, :tenant, :wishes, :now)
                        """)
                .param("id", group)
                .param("tenant", tenantId)
                .param("wishes", inOrder.size())
                .param("now", Applications.utc(clock.instant()))
                .update();
        int wish = 0;
        for (ApplicationId id : inOrder) {
            wish++;
            jdbc.sql("update applications set group_id = :group, wish = :wish where id = :id")
                    .param("group", group)
                    .param("wish", wish)
                    .param("id", id.value())
                    .update();
        }
    }

    /** Those that were sent together with this one and are not deleted, the first wish first. */
    public List<ApplicationId> others(ApplicationId id) {
        return jdbc.sql("""
                        select other.id from applications one join applications other on other.group_id = one.group_id
                        where one.id = :id and other.id <> one.id
                        order by other.wish
                        """).param("id", id.value()).query(UUID.class).list().stream()
                .map(ApplicationId::new)
                .toList();
    }
}
