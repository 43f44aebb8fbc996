package no.rodtraad.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.messaging.Language;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.vacancy.ReceivedApplications;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The applications of all municipalities and what became of them. */
@Repository
public class Applications implements ReceivedApplications {

    private static final String SELECT = """
            select a.*, p.name, p.email, p.phone, p.birth_year, p.gender, p.job_title, p.municipality,
                   s.starts_at as interview_at, s.place as interview_place, g.wishes
            from applications a
            join applicants p on p.id = a.applicant_id
            left join interview_slots s on s.application_id = a.id
            left join application_groups g on g.id = a.group_id
            """;

    private static final String OPEN =
            "answered_at is null and concluded_at is null and outcome is distinct from 'WITHDRAWN'";

    private final JdbcClient jdbc;
    private final Clock clock;

    Applications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<ApplicationInfo> find(ApplicationId id) {
        return jdbc.sql(SELECT + " where a.id = :id")
                .param("id", id.value())
                .query(Applications::info)
                .optional();
    }

    public ApplicationInfo get(ApplicationId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("No application " + id));
    }

    /** Bokmål where the application is gone. */
    public Language languageOf(ApplicationId id) {
        return jdbc.sql("select language from applications where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(Language::of)
                .orElse(Language.NB);
    }

    /** Oldest first. */
    public List<ApplicationInfo> ofCase(CaseId caseId) {
        return jdbc.sql(SELECT + " where a.case_id = :case order by a.received_at, a.id")
                .param("case", caseId.value())
                .query(Applications::info)
                .list();
    }

    /** Those who have not withdrawn and for whom nothing is decided or answered; oldest first. */
    public List<ApplicationInfo> openOfCase(CaseId caseId) {
        return ofCase(caseId).stream().filter(ApplicationInfo::open).toList();
    }

    @Override
    public int count(CaseId caseId) {
        return jdbc.sql("""
                        select count(*) from applications
                        where case_id = :case and outcome is distinct from 'WITHDRAWN'
                        """).param("case", caseId.value()).query(Integer.class).single();
    }

    @Override
    public List<ApplicationId> waiting(CaseId caseId) {
        return openOfCase(caseId).stream().map(ApplicationInfo::id).toList();
    }

    @Transactional
    public void assess(ApplicationId id, Assessment assessment, @Nullable String reason) {
        jdbc.sql("update applications set assessment = :assessment, assessment_reason = :reason where id = :id")
                .param("assessment", assessment.name())
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    @Transactional
    public void invite(Collection<ApplicationId> ids) {
        ids.forEach(id -> jdbc.sql("update applications set invited = true where id = :id")
                .param("id", id.value())
                .update());
    }

    @Transactional
    public void interviewed(ApplicationId id, Instant at) {
        stamp("interviewed_at", id, at);
    }

    /** Interview and references are done; the candidate can be compared with the others. */
    @Transactional
    public void assessed(ApplicationId id, Instant at) {
        stamp("assessed_at", id, at);
    }

    /** Ranks the applications in the order given and takes the rank from all others of the case. */
    @Transactional
    public void ranked(CaseId caseId, List<ApplicationId> inOrder) {
        jdbc.sql("update applications set rank = null where case_id = :case")
                .param("case", caseId.value())
                .update();
        int rank = 0;
        for (ApplicationId id : inOrder) {
            rank++;
            jdbc.sql("update applications set rank = :rank where id = :id and case_id = :case")
                    .param("rank", rank)
                    .param("id", id.value())
                    .param("case", caseId.value())
                    .update();
        }
    }

    /**
     * Decides how it ended. Someone who has withdrawn stays withdrawn.
     *
     * @return whether the outcome is now the given one
     */
    @Transactional
    public boolean conclude(ApplicationId id, Outcome outcome) {
        return jdbc.sql("""
                                update applications set outcome = :outcome, concluded_at = :now
                                where id = :id and outcome is distinct from 'WITHDRAWN'
                                """)
                        .param("outcome", outcome.name())
                        .param("now", utc(clock.instant()))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** The final answer has gone to the applicant. */
    @Transactional
    public void answered(ApplicationId id, Instant at) {
        stamp("answered_at", id, at);
    }

    /** The final answer did not arrive after all. */
    @Transactional
    public void unanswered(ApplicationId id) {
        jdbc.sql("update applications set answered_at = null where id = :id")
                .param("id", id.value())
                .update();
    }

    /** What was decided and answered is no longer so; the application is in question again. */
    @Transactional
    public void reopen(ApplicationId id) {
        jdbc.sql("update applications set outcome = null, concluded_at = null, answered_at = null where id = :id")
                .param("id", id.value())
                .update();
    }

    /** The one who was hired withdraws; the answer that told of the appointment is no longer so. */
    void leave(ApplicationId id, @Nullable String reason) {
        jdbc.sql("""
                        update applications
                        set outcome = 'WITHDRAWN', concluded_at = :now, withdrawal_reason = :reason, answered_at = null
                        where id = :id
                        """)
                .param("now", utc(clock.instant()))
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    @Transactional
    public void decideExemption(ApplicationId id, boolean granted, String assessment) {
        jdbc.sql("""
                        update applications set exemption_granted = :granted, exemption_assessment = :assessment
                        where id = :id
                        """)
                .param("granted", granted)
                .param("assessment", assessment)
                .param("id", id.value())
                .update();
    }

    /** Everyone who was invited and is still with us has been interviewed. */
    public boolean allInterviewed(CaseId caseId) {
        return none(caseId, "invited and interviewed_at is null and " + OPEN);
    }

    /** Everyone who was invited and is still with us can be compared. */
    public boolean allAssessed(CaseId caseId) {
        return none(caseId, "invited and assessed_at is null and " + OPEN);
    }

    /** Everyone who applied has been told how it ended, also those who withdrew. */
    public boolean allAnswered(CaseId caseId) {
        return none(caseId, "answered_at is null");
    }

    /** Lets one at a time count what is left in a case. Call it first in a transaction. */
    @Transactional
    public void lockCase(CaseId caseId) {
        jdbc.sql("select id from hiring_cases where id = :case for update")
                .param("case", caseId.value())
                .query(String.class)
                .single();
    }

    /** Keeps a new application. */
    void add(
            ApplicationId id,
            CaseId caseId,
            ApplicationForm form,
            Gender gender,
            int birthYear,
            @Nullable String exemptionReason) {
        UUID applicant = UUID.randomUUID();
        OffsetDateTime now = utc(clock.instant());
        jdbc.sql("""
                        insert into applicants (id, tenant_id, name, email, phone, birth_year, gender, job_title,
                          municipality, created_at)
                        values (:id, :tenant, :name, :email, :phone, :birthYear, :gender, :jobTitle,
                          :municipality, :now)
                        """)
                .param("id", applicant)
                .param("tenant", caseId.tenantId())
                .param("name", form.getName())
                .param("email", form.getEmail())
                .param("phone", form.getPhone())
                .param("birthYear", birthYear)
                .param("gender", gender.name())
                .param("jobTitle", form.getJobTitle())
                .param("municipality", form.getMunicipality())
                .param("now", now)
                .update();
        jdbc.sql("""
                        insert into applications (id, tenant_id, case_id, applicant_id, received_at, letter, education,
                          experience, source, exemption_reason, language)
                        values (:id, :tenant, :case, :applicant, :now, :letter, :education, :experience, :source,
                          :exemption, :language)
                        """)
                .param("id", id.value())
                .param("tenant", caseId.tenantId())
                .param("case", caseId.value())
                .param("applicant", applicant)
                .param("now", now)
                .param("letter", form.getLetter())
                .param("education", form.getEducation())
                .param("experience", form.getExperience())
                .param("source", form.getSource())
                .param("exemption", exemptionReason)
                .param("language", form.getLanguage())
                .update();
    }

    /** Keeps what the applicant says about who and where to reach them. */
    void correctPerson(ApplicationId id, ApplicationForm form) {
        jdbc.sql("""
                        update applicants set name = :name, email = :email, phone = :phone, birth_year = :birthYear,
                          gender = :gender, job_title = :jobTitle, municipality = :municipality
                        where id = (select applicant_id from applications where id = :id)
                        """)
                .param("name", form.getName())
                .param("email", form.getEmail())
                .param("phone", form.getPhone())
                .param("birthYear", Integer.parseInt(form.getBirthYear()))
                .param("gender", form.getGender())
                .param("jobTitle", form.getJobTitle())
                .param("municipality", form.getMunicipality())
                .param("id", id.value())
                .update();
        jdbc.sql("update applications set language = :language where id = :id")
                .param("language", form.getLanguage())
                .param("id", id.value())
                .update();
    }

    /** Keeps a new text; without a change in it only the time. */
    void correctText(ApplicationId id, ApplicationForm form, Instant at) {
        jdbc.sql("""
                        update applications
                        set education = :education, experience = :experience, letter = :letter, corrected_at = :at
                        where id = :id
                        """)
                .param("education", form.getEducation())
                .param("experience", form.getExperience())
                .param("letter", form.getLetter())
                .param("at", utc(at))
                .param("id", id.value())
                .update();
    }

    /** When the applicant last corrected the text or the files. */
    Optional<Instant> correctedAt(ApplicationId id) {
        return jdbc.sql("select corrected_at from applications where id = :id and corrected_at is not null")
                .param("id", id.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /**
     * Whether the address has an application in the case that is not withdrawn. Holds others with the same address back
     * until the transaction ends, so that two clicks make one application.
     */
    boolean hasApplied(CaseId caseId, String email) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))::text")
                .param("key", caseId + ":" + email.toLowerCase(java.util.Locale.ROOT))
                .query(String.class)
                .single();
        return jdbc.sql("""
                        select exists (
                          select 1 from applications a join applicants p on p.id = a.applicant_id
                          where a.case_id = :case and lower(p.email) = lower(:email)
                            and a.outcome is distinct from 'WITHDRAWN')
                        """)
                .param("case", caseId.value())
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    /** @return whether there was something to withdraw */
    boolean withdraw(ApplicationId id, @Nullable String reason) {
        return jdbc.sql("""
                                update applications
                                set outcome = 'WITHDRAWN', concluded_at = :now, withdrawal_reason = :reason
                                where id = :id and outcome is distinct from 'WITHDRAWN' and answered_at is null
                                  and (outcome is null or outcome = 'HIRED')
                                """)
                        .param("now", utc(clock.instant()))
                        .param("reason", reason)
                        .param("id", id.value())
                        .update()
                > 0;
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private void stamp(String column, ApplicationId id, Instant at) {
        jdbc.sql("update applications set %s = :at where id = :id".formatted(column))
                .param("at", utc(at))
                .param("id", id.value())
                .update();
    }

    private boolean none(CaseId caseId, String condition) {
        return jdbc.sql("select not exists (select 1 from applications where case_id = :case and " + condition + ")")
                .param("case", caseId.value())
                .query(Boolean.class)
                .single();
    }

    private static ApplicationInfo info(ResultSet row, int number) throws SQLException {
        @Nullable String assessment = row.getString("assessment");
        @Nullable String outcome = row.getString("outcome");
        return new ApplicationInfo(
                new ApplicationId(row.getObject("id", UUID.class)),
                new CaseId(row.getString("case_id")),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getInt("birth_year"),
                Gender.valueOf(row.getString("gender")),
                row.getString("job_title"),
                row.getString("municipality"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("letter"),
                row.getString("education"),
                row.getString("experience"),
                row.getString("source"),
                row.getString("exemption_reason"),
                row.getObject("exemption_granted", Boolean.class),
                row.getString("exemption_assessment"),
                assessment == null ? null : Assessment.valueOf(assessment),
                row.getString("assessment_reason"),
                row.getBoolean("invited"),
                instant(row, "interviewed_at"),
                instant(row, "assessed_at"),
                row.getObject("rank", Integer.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                instant(row, "answered_at"),
                instant(row, "concluded_at"),
                instant(row, "interview_at"),
                row.getString("interview_place"),
                wish(row));
    }

    private static @Nullable Wish wish(ResultSet row) throws SQLException {
        @Nullable Integer number = row.getObject("wish", Integer.class);
        return number == null ? null : new Wish(number, row.getInt("wishes"));
    }
}
