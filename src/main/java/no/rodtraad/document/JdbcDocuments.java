package no.rodtraad.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcDocuments implements Documents {

    private static final String INFO =
            "select id, case_id, application_id, kind, file_name, content_type, size_bytes, sha256";

    private final JdbcClient database;
    private final Clock clock;

    JdbcDocuments(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public UUID add(
            CaseId caseId,
            @Nullable ApplicationId applicationId,
            String kind,
            String fileName,
            String contentType,
            byte[] content) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into documents (id, tenant_id, case_id, application_id, kind, file_name, content_type,
                                               size_bytes, sha256, content, created_at)
                        values (:id, :tenant, :case, :application, :kind, :fileName, :contentType,
                                :size, :sha256, :content, :now)""")
                .param("id", id)
                .param("tenant", caseId.tenantId())
                .param("case", caseId.value())
                .param("application", applicationId == null ? null : applicationId.value(), java.sql.Types.OTHER)
                .param("kind", kind)
                .param("fileName", fileName)
                .param("contentType", contentType)
                .param("size", content.length)
                .param("sha256", Sha256.of(content))
                .param("content", content)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Override
    public Optional<StoredDocument> find(UUID id) {
        return database.sql(INFO + ", content from documents where id = :id")
                .param("id", id)
                .query((row, number) -> new StoredDocument(info(row), row.getBytes("content")))
                .optional();
    }

    @Override
    public List<StoredDocument.Info> of(ApplicationId applicationId) {
        return database.sql(INFO + " from documents where application_id = :application order by created_at, id")
                .param("application", applicationId.value())
                .query((row, number) -> info(row))
                .list();
    }

    private static StoredDocument.Info info(ResultSet row) throws SQLException {
        @Nullable UUID application = row.getObject("application_id", UUID.class);
        return new StoredDocument.Info(
                row.getObject("id", UUID.class),
                new CaseId(row.getString("case_id")),
                application == null ? null : new ApplicationId(application),
                row.getString("kind"),
                row.getString("file_name"),
                row.getString("content_type"),
                row.getLong("size_bytes"),
                row.getString("sha256"));
    }
}
