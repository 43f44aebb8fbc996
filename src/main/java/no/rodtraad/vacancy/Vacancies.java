package no.rodtraad.vacancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The vacancies of all municipalities. */
@Repository
public class Vacancies {

    private final JdbcClient jdbc;
    private final HiringCases cases;
    private final Municipalities municipalities;
    private final Clock clock;

    Vacancies(JdbcClient jdbc, HiringCases cases, Municipalities municipalities, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    public Optional<Vacancy> find(CaseId caseId) {
        return jdbc.sql("select * from vacancies where case_id = :case")
                .param("case", caseId.value())
                .query(Vacancies::vacancy)
                .optional();
    }

    public Vacancy get(CaseId caseId) {
        return find(caseId).orElseThrow(() -> new IllegalStateException("Case %s has no vacancy".formatted(caseId)));
    }

    /** The vacancy as the public may see it: published at least once. */
    public Optional<Vacancy> findPublic(String slug) {
        return jdbc.sql("select * from vacancies where slug = :slug and published_at is not null")
                .param("slug", slug)
                .query(Vacancies::vacancy)
                .optional();
    }

    /** Those one may apply for now, the nearest deadline first. */
    public List<Vacancy> open() {
        return open(List.of());
    }

    /**
     * Those one may apply for now in which every word occurs, the nearest deadline first. A word is found as part of
     * another one («lærer» in «barnehagelærer») and in its other forms («sykepleieren» finds «sykepleiere»).
     */
    List<Vacancy> open(List<String> words) {
        List<String> tenants = municipalities.tenantIds();
        return jdbc.sql("""
                        select vacancies.* from vacancies
                        join hiring_cases on hiring_cases.id = vacancies.case_id and hiring_cases.state = 'OPEN'
                        left join unnest(cast(:tenants as text[]), cast(:names as text[])) as employer (tenant, name)
                          on employer.tenant = vacancies.tenant_id
                        cross join lateral concat_ws(' ', vacancies.title, vacancies.workplace, employer.name,
                          introduction, duties, requirements, qualities, we_offer, about_us, target_group) as advert
                        where vacancies.state = 'PUBLISHED' and application_deadline >= :today
                          and not exists (
                            select from unnest(cast(:words as text[])) as word
                            where strpos(lower(advert collate "und-x-icu"), lower(word collate "und-x-icu")) = 0
                              and not to_tsvector('norwegian', advert) @@ plainto_tsquery('norwegian', word))
                        order by application_deadline, vacancies.title, vacancies.case_id
                        """)
                .param("tenants", tenants.toArray(String[]::new))
                .param(
                        "names",
                        tenants.stream()
                                .map(tenant -> municipalities.get(tenant).name())
                                .toArray(String[]::new))
                .param("today", OsloTime.dayOf(clock.instant()))
                .param("words", words.toArray(String[]::new))
                .query(Vacancies::vacancy)
                .list();
    }

    /** Whether one may apply now. */
    public boolean isOpen(Vacancy vacancy) {
        return vacancy.state() == Vacancy.State.PUBLISHED
                && clock.instant().isBefore(vacancy.closesAt())
                && cases.get(vacancy.caseId()).state() == HiringCases.State.OPEN;
    }

    /** Keeps the text; its address is settled when it is published. */
    @Transactional
    void saveDraft(Vacancy draft) {
        jdbc.sql("""
                        insert into vacancies (case_id, tenant_id, slug, title, workplace, occupational_group,
                          extent_percent, positions, employment_type, introduction, duties, requirements, qualities,
                          we_offer, about_us, salary, target_group, contact_name, contact_phone, contact_email,
                          police_certificate, application_deadline, original_deadline, state)
                        values (:case, :tenant, :slug, :title, :workplace, :group, :extent, :positions, :employment,
                          :introduction, :duties, :requirements, :qualities, :weOffer, :aboutUs, :salary,
                          :targetGroup, :contactName, :contactPhone, :contactEmail, :police, :deadline, :deadline,
                          'DRAFT')
                        on conflict (case_id) do update set
                          slug = case when vacancies.published_at is null then excluded.slug else vacancies.slug end,
                          title = excluded.title, workplace = excluded.workplace,
                          occupational_group = excluded.occupational_group, extent_percent = excluded.extent_percent,
                          positions = excluded.positions, employment_type = excluded.employment_type,
                          introduction = excluded.introduction, duties = excluded.duties,
                          requirements = excluded.requirements, qualities = excluded.qualities,
                          we_offer = excluded.we_offer, about_us = excluded.about_us, salary = excluded.salary,
                          target_group = excluded.target_group, contact_name = excluded.contact_name,
                          contact_phone = excluded.contact_phone, contact_email = excluded.contact_email,
                          police_certificate = excluded.police_certificate,
                          application_deadline = excluded.application_deadline,
                          original_deadline = excluded.original_deadline, state = excluded.state
                        """)
                .param("case", draft.caseId().value())
                .param("tenant", draft.caseId().tenantId())
                .param("slug", draft.slug())
                .param("title", draft.title())
                .param("workplace", draft.workplace())
                .param("group", draft.occupationalGroup())
                .param("extent", draft.extentPercent())
                .param("positions", draft.positions())
                .param("employment", draft.employmentType().choice())
                .param("introduction", draft.introduction())
                .param("duties", draft.duties())
                .param("requirements", draft.requirements())
                .param("qualities", draft.qualities())
                .param("weOffer", draft.weOffer())
                .param("aboutUs", draft.aboutUs())
                .param("salary", draft.salary())
                .param("targetGroup", draft.targetGroup())
                .param("contactName", draft.contactName())
                .param("contactPhone", draft.contactPhone())
                .param("contactEmail", draft.contactEmail())
                .param("police", draft.policeCertificate())
                .param("deadline", draft.applicationDeadline())
                .update();
    }

    /** Makes the advert public in the channels. Once published it keeps its first time. */
    @Transactional
    void publish(CaseId caseId, Collection<String> channels) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        update vacancies set state = 'PUBLISHED', published_at = coalesce(published_at, :now)
                        where case_id = :case
                        """).param("now", now).param("case", caseId.value()).update();
        for (String channel : channels) {
            jdbc.sql("""
                            insert into publications (case_id, tenant_id, channel, published_at)
                            values (:case, :tenant, :channel, :now)
                            on conflict (case_id, channel) do nothing
                            """)
                    .param("case", caseId.value())
                    .param("tenant", caseId.tenantId())
                    .param("channel", channel)
                    .param("now", now)
                    .update();
        }
    }

    /** Channels the advert was published in. */
    public List<String> channels(CaseId caseId) {
        return jdbc.sql("select channel from publications where case_id = :case order by channel")
                .param("case", caseId.value())
                .query(String.class)
                .list();
    }

    @Transactional
    void close(CaseId caseId) {
        become(caseId, Vacancy.State.CLOSED);
    }

    @Transactional
    void reopen(CaseId caseId) {
        become(caseId, Vacancy.State.PUBLISHED);
    }

    @Transactional
    void withdraw(CaseId caseId) {
        become(caseId, Vacancy.State.WITHDRAWN);
    }

    @Transactional
    void moveDeadline(CaseId caseId, LocalDate deadline) {
        jdbc.sql("update vacancies set application_deadline = :deadline where case_id = :case")
                .param("deadline", deadline)
                .param("case", caseId.value())
                .update();
    }

    private void become(CaseId caseId, Vacancy.State state) {
        jdbc.sql("update vacancies set state = :state where case_id = :case")
                .param("state", state.name())
                .param("case", caseId.value())
                .update();
    }

    private static Vacancy vacancy(ResultSet row, int number) throws SQLException {
        return new Vacancy(
                new CaseId(row.getString("case_id")),
                row.getString("slug"),
                row.getString("title"),
                row.getString("workplace"),
                row.getString("occupational_group"),
                row.getInt("extent_percent"),
                row.getInt("positions"),
                EmploymentType.of(row.getString("employment_type")),
                row.getString("introduction"),
                row.getString("duties"),
                row.getString("requirements"),
                row.getString("qualities"),
                row.getString("we_offer"),
                row.getString("about_us"),
                row.getString("salary"),
                row.getString("target_group"),
                row.getString("contact_name"),
                row.getString("contact_phone"),
                row.getString("contact_email"),
                row.getBoolean("police_certificate"),
                row.getObject("application_deadline", LocalDate.class),
                row.getObject("original_deadline", LocalDate.class),
                Vacancy.State.valueOf(row.getString("state")),
                instant(row, "published_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
