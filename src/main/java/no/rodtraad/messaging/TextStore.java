package no.rodtraad.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.rodtraad.messaging.TextPlace.Layer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of the texts that municipalities have written themselves, in the table {@code message_texts}. */
@Repository
class TextStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    TextStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param text null where this version went back to the wider layer's text */
    record Version(
            UUID id, Layer layer, int number, @Nullable Text text, String writtenBy, Instant writtenAt) {}

    /** A text as it is written, with its fields. */
    record Text(String subject, String body) {}

    /** The newest version in each of the places that has one. */
    Map<Layer, Version> newest(List<TextPlace> places, String code, Language language) {
        return jdbc
                .sql("""
                        select distinct on (layer) id, layer, version, subject, body, written_by, written_at
                        from message_texts
                        where code = :code and language = :language and layer || ':' || place = any (:places)
                        order by layer, version desc
                        """)
                .param("code", code)
                .param("language", language.tag())
                .param("places", places.stream().map(TextStore::key).toArray(String[]::new))
                .query(TextStore::version)
                .list()
                .stream()
                .collect(Collectors.toMap(Version::layer, Function.identity()));
    }

    /** Newest first. */
    List<Version> history(TextPlace place, String code, Language language) {
        return jdbc.sql("""
                        select id, layer, version, subject, body, written_by, written_at
                        from message_texts
                        where layer || ':' || place = :place and code = :code and language = :language
                        order by version desc
                        """)
                .param("place", key(place))
                .param("code", code)
                .param("language", language.tag())
                .query(TextStore::version)
                .list();
    }

    void add(TextPlace place, String tenantId, String code, Language language, @Nullable Text text, String userId) {
        jdbc.sql("""
                        insert into message_texts
                          (id, tenant_id, layer, place, code, language, version, subject, body, written_by, written_at)
                        select :id, :tenant, :layer, :place, :code, :language, coalesce(max(version), 0) + 1,
                               :subject, :body, :user, :now
                        from message_texts
                        where layer = :layer and place = :place and code = :code and language = :language
                        """)
                .param("id", UUID.randomUUID())
                .param("tenant", tenantId)
                .param("layer", place.layer().name())
                .param("place", place.key())
                .param("code", code)
                .param("language", language.tag())
                .param("subject", text == null ? null : text.subject())
                .param("body", text == null ? null : text.body())
                .param("user", userId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String key(TextPlace place) {
        return place.layer() + ":" + place.key();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        @Nullable String subject = row.getString("subject");
        @Nullable String body = row.getString("body");
        return new Version(
                row.getObject("id", UUID.class),
                Layer.valueOf(row.getString("layer")),
                row.getInt("version"),
                subject == null || body == null ? null : new Text(subject, body),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
