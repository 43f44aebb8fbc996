package no.rodtraad.hiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.rodtraad.process.AnswerStore;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FormContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAnswers implements CaseAnswers, AnswerStore {

    /** Every form has a checklist of its own under the same key. */
    private static final Set<String> NEVER_SHARED = Set.of("checklist");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;

    JdbcAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(FormContext context, String formKey, List<AnswerStore.Answer> answers) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into form_submissions
                          (id, tenant_id, case_id, application_id, form_key, step, submitted_by, submitted_at)
                        values (:id, :tenant, :case, :application, :form, :step, :user, :now)""")
                .param("id", id)
                .param("tenant", context.caseId().tenantId())
                .param("case", context.caseId().value())
                .param(
                        "application",
                        context.applicationId().map(ApplicationId::value).orElse(null))
                .param("form", formKey)
                .param("step", context.step())
                .param("user", context.userId())
                .param("now", Timestamp.from(context.now()))
                .update();
        int position = 0;
        for (AnswerStore.Answer answer : answers) {
            jdbc.sql("insert into form_answers values (:submission, :position, :key, :label, :value::jsonb)")
                    .param("submission", id)
                    .param("position", position++)
                    .param("key", answer.fieldKey())
                    .param("label", answer.label())
                    .param("value", write(answer.value()))
                    .update();
        }
    }

    @Override
    public Map<String, Object> known(
            CaseId caseId, @Nullable ApplicationId applicationId, String formKey, boolean ownAnswers) {
        Map<String, Object> known = new LinkedHashMap<>();
        newestFields(caseId, applicationId).forEach((field, value) -> {
            boolean own = value.formKey().equals(formKey);
            if (own ? ownAnswers : !NEVER_SHARED.contains(field)) {
                known.put(field, value.value());
            }
        });
        return known;
    }

    @Override
    public Map<String, Object> latest(CaseId caseId, @Nullable ApplicationId applicationId) {
        Map<String, Object> latest = new LinkedHashMap<>();
        newestFields(caseId, applicationId).forEach((field, value) -> latest.put(field, value.value()));
        return latest;
    }

    @Override
    public Optional<Submission> newest(CaseId caseId, @Nullable ApplicationId applicationId, String formKey) {
        List<Submission> all = all(caseId, applicationId, formKey);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public List<Submission> all(CaseId caseId, @Nullable ApplicationId applicationId, String formKey) {
        record Row(UUID id, String step, String by, java.time.Instant at) {}
        List<Row> rows = jdbc.sql("""
                        select id, step, submitted_by, submitted_at from form_submissions
                        where case_id = :case and form_key = :form
                          and (:application::uuid is null or application_id = :application::uuid)
                        order by seq""")
                .param("case", caseId.value())
                .param("form", formKey)
                .param("application", applicationId == null ? null : applicationId.toString())
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("step"),
                        row.getString("submitted_by"),
                        row.getTimestamp("submitted_at").toInstant()))
                .list();
        List<Submission> submissions = new ArrayList<>();
        for (Row row : rows) {
            List<CaseAnswers.Answer> answers = jdbc.sql(
                            "select field_key, label, value from form_answers where submission_id = :id order by position")
                    .param("id", row.id())
                    .query((answer, number) -> new CaseAnswers.Answer(
                            answer.getString("field_key"), answer.getString("label"), read(answer.getString("value"))))
                    .list();
            submissions.add(new Submission(formKey, row.step(), row.by(), row.at(), answers));
        }
        return submissions;
    }

    private record Newest(String formKey, Object value) {}

    private Map<String, Newest> newestFields(CaseId caseId, @Nullable ApplicationId applicationId) {
        Map<String, Newest> newest = new LinkedHashMap<>();
        jdbc.sql("""
                        select distinct on (a.field_key) a.field_key, a.value, s.form_key
                        from form_answers a join form_submissions s on s.id = a.submission_id
                        where s.case_id = :case
                          and (s.application_id is null or s.application_id = :application::uuid)
                        order by a.field_key, s.seq desc""")
                .param("case", caseId.value())
                .param("application", applicationId == null ? null : applicationId.toString())
                .query((row, number) ->
                        newest.put(row.getString("field_key"), new Newest(row.getString("form_key"), value(row))))
                .list();
        return newest;
    }

    private static Object value(ResultSet row) throws SQLException {
        return read(row.getString("value"));
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
