package no.rodtraad.talentpool;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.messaging.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the talent pool. */
@Repository
class Members {

    private static final String SELECT = """
            select m.*,
              array(select distinct occupational_group from pool_interests i where i.member_id = m.id order by 1) as groups,
              array(select distinct tenant_id from pool_interests i where i.member_id = m.id order by 1) as municipalities
            from pool_members m
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Members(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Member> find(UUID id) {
        return jdbc.sql(SELECT + " where m.id = :id")
                .param("id", id)
                .query(Members::member)
                .optional();
    }

    Optional<Member> findByEmail(String email) {
        return jdbc.sql(SELECT + " where lower(m.email) = lower(:email)")
                .param("email", email)
                .query(Members::member)
                .optional();
    }

    /** Those who want to hear of the group in the municipality, and whose consent holds on the day. */
    List<Member> interestedIn(String tenantId, String group, LocalDate day) {
        return jdbc.sql(SELECT + """
                        where m.consent_until >= :day and exists (
                          select from pool_interests i
                          where i.member_id = m.id and i.tenant_id = :tenant and i.occupational_group = :group)
                        order by m.id
                        """)
                .param("day", day)
                .param("tenant", tenantId)
                .param("group", group)
                .query(Members::member)
                .list();
    }

    /**
     * Those whom the municipalities may see on the day, by name.
     *
     * @param group empty for all
     * @param words each must occur in the name or the competence
     */
    List<Member> search(Collection<String> tenants, String group, List<String> words, LocalDate day) {
        return jdbc.sql(SELECT + """
                        where m.consent_until >= :day and exists (
                          select from pool_interests i
                          where i.member_id = m.id and i.tenant_id = any(:tenants)
                            and (:group = '' or i.occupational_group = :group))
                          and not exists (
                            select from unnest(cast(:words as text[])) as word
                            where strpos(lower((m.name || ' ' || m.competence) collate "und-x-icu"),
                                         lower(word collate "und-x-icu")) = 0)
                        order by m.name, m.id
                        """)
                .param("day", day)
                .param("tenants", tenants.toArray(String[]::new))
                .param("group", group)
                .param("words", words.toArray(String[]::new))
                .query(Members::member)
                .list();
    }

    /** Adds somebody whose address is not confirmed yet. */
    UUID add(PoolForm form, String consentVersion) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into pool_members
                          (id, tenant_id, name, email, competence, language, consent_version, consented_at, created_at)
                        values (:id, :tenant, :name, :email, :competence, :language, :version, :now, :now)
                        """)
                .param("id", id)
                .param("tenant", form.getMunicipalities().get(0))
                .param("name", form.getName())
                .param("email", form.getEmail())
                .param("competence", form.getCompetence())
                .param("language", form.getLanguage())
                .param("version", consentVersion)
                .param("now", now())
                .update();
        keepInterests(id, form);
        return id;
    }

    void change(UUID id, PoolForm form) {
        jdbc.sql("""
                        update pool_members
                        set tenant_id = :tenant, name = :name, competence = :competence, language = :language
                        where id = :id
                        """)
                .param("id", id)
                .param("tenant", form.getMunicipalities().get(0))
                .param("name", form.getName())
                .param("competence", form.getCompetence())
                .param("language", form.getLanguage())
                .update();
        keepInterests(id, form);
    }

    private void keepInterests(UUID id, PoolForm form) {
        jdbc.sql("delete from pool_interests where member_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into pool_interests (member_id, tenant_id, occupational_group)
                        select :id, tenant, occupation
                        from unnest(:tenants) as tenant cross join unnest(:groups) as occupation
                        """)
                .param("id", id)
                .param("tenants", form.getMunicipalities().toArray(String[]::new))
                .param("groups", form.getGroups().toArray(String[]::new))
                .update();
    }

    /** The member has said yes, now, to the wording of the version. */
    void consent(UUID id, String version, LocalDate until) {
        jdbc.sql("""
                        update pool_members
                        set consent_version = :version, consented_at = :now, consent_until = :until,
                          confirmed_at = coalesce(confirmed_at, :now)
                        where id = :id
                        """)
                .param("id", id)
                .param("version", version)
                .param("now", now())
                .param("until", until)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from pool_members where id = :id").param("id", id).update();
    }

    /** Those whose consent runs out on the day or before, and who have not been asked about it. They are now. */
    List<Member> askedForRenewal(LocalDate day) {
        List<UUID> asked = jdbc.sql("""
                        update pool_members set renewal_asked_for = consent_until
                        where consent_until <= :day and renewal_asked_for is distinct from consent_until
                        returning id
                        """).param("day", day).query(UUID.class).list();
        return asked.stream().flatMap(id -> find(id).stream()).toList();
    }

    /** Those whose consent has run out, and those who have not confirmed since the time. */
    List<UUID> over(LocalDate today, Instant unconfirmedSince) {
        return jdbc.sql("""
                        select id from pool_members
                        where consent_until < :today or (confirmed_at is null and created_at < :since)
                        """)
                .param("today", today)
                .param("since", unconfirmedSince.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("tenant_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("competence"),
                Language.of(row.getString("language")),
                texts(row.getArray("groups")),
                texts(row.getArray("municipalities")),
                row.getObject("consent_until", LocalDate.class));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }
}
