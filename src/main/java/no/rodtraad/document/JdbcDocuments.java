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
    private final FileCipher cipher;

    JdbcDocuments(JdbcClient database, Clock clock, FileCipher cipher) {
        this.database = database;
        this.clock = clock;
        this.cipher = cipher;
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
        FileCipher.Sealed sealed = cipher.seal(id, content);
        database.sql("""
                        insert into documents (id, tenant_id, case_id, application_id, kind, file_name, content_type,
                                               size_bytes, sha256, content, key_id, created_at)
                        values (:id, :tenant, :case, :application, :kind, :fileName, :contentType,
                                :size, :sha256, :content, :key, :now)""")
                .param("id", id)
                .param("tenant", caseId.tenantId())
                .param("case", caseId.value())
                .param("application", applicationId == null ? null : applicationId.value(), java.sql.Types.OTHER)
                .param("kind", kind)
                .param("fileName", fileName)
                .param("contentType", contentType)
                .param("size", content.length)
                .param("sha256", Sha256.of(content))
                .param("content", sealed.content())
                .param("key", sealed.keyId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Override
    public Optional<StoredDocument> find(UUID id) {
        return database.sql(INFO + ", content, key_id from documents where id = :id")
                .param("id", id)
                .query((row, number) -> new StoredDocument(info(row), content(row)))
                .optional();
    }

    @Override
    public void remove(UUID id) {
        database.sql("delete from documents where id = :id").param("id", id).update();
    }

    @Override
    public List<StoredDocument.Info> of(ApplicationId applicationId) {
        return database.sql(INFO + " from documents where application_id = :application order by created_at, id")
                .param("application", applicationId.value())
                .query((row, number) -> info(row))
                .list();
    }

    private byte[] content(ResultSet row) throws SQLException {
        byte[] stored = row.getBytes("content");
        boolean plain = row.getObject("key_id") == null;
        return plain ? stored : cipher.open(row.getObject("id", UUID.class), stored);
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
