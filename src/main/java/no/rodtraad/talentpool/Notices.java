package no.rodtraad.talentpool;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.messaging.DirectMessages;
import no.rodtraad.messaging.Language;
import no.rodtraad.messaging.MessageSubject;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.OccupationalGroup;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells members of a vacancy (M00), each of one vacancy at most once, whoever asks for it. */
@Component
class Notices implements MessageSubject {

    private static final String KIND = "POOL_NOTICE";

    private final JdbcClient jdbc;
    private final Members members;
    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final DirectMessages messages;
    private final PoolLinks links;
    private final Clock clock;

    Notices(
            JdbcClient jdbc,
            Members members,
            Vacancies vacancies,
            Municipalities municipalities,
            DirectMessages messages,
            PoolLinks links,
            Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.messages = messages;
        this.links = links;
        this.clock = clock;
    }

    enum Reason {
        /** The vacancy is what they asked to hear of. */
        MATCH,
        /** An employee has found them in the pool. */
        INVITED
    }

    /** Tells all who want to hear of such a vacancy. */
    @Transactional
    public void tellInterested(CaseId caseId) {
        Vacancy vacancy = vacancies.get(caseId);
        List<Member> interested =
                members.interestedIn(caseId.tenantId(), vacancy.occupationalGroup(), OsloTime.dayOf(clock.instant()));
        interested.forEach(member -> tell(member.id(), caseId, Reason.MATCH));
    }

    /** @return how many have not been told of the vacancy before */
    @Transactional
    public int invite(CaseId caseId, Collection<UUID> chosen) {
        return (int) chosen.stream()
                .filter(member -> tell(member, caseId, Reason.INVITED))
                .count();
    }

    private boolean tell(UUID member, CaseId caseId, Reason reason) {
        UUID id = UUID.randomUUID();
        boolean news = jdbc.sql("""
                                insert into pool_notices (id, tenant_id, member_id, case_id, reason, created_at)
                                values (:id, :tenant, :member, :case, :reason, :now)
                                on conflict (member_id, case_id) do nothing
                                """)
                        .param("id", id)
                        .param("tenant", caseId.tenantId())
                        .param("member", member)
                        .param("case", caseId.value())
                        .param("reason", reason.name())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
        if (news) {
            messages.send("poolNotice:" + id, KIND, id, "M00");
        }
        return news;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Nobody whose consent has run out since. */
    @Override
    public Optional<Addressee> addressee(UUID subject) {
        LocalDate today = OsloTime.dayOf(clock.instant());
        return find(subject)
                .flatMap(notice -> members.find(notice.member())
                        .filter(member -> member.consentUntil() != null
                                && !member.consentUntil().isBefore(today))
                        .map(member -> new Addressee(
                                notice.caseId().tenantId(), member.name(), member.email(), member.language())));
    }

    @Override
    public Map<String, Object> fields(UUID subject) {
        Map<String, Object> fields = new HashMap<>();
        find(subject).ifPresent(notice -> {
            Vacancy vacancy = vacancies.get(notice.caseId());
            fields.put(
                    "municipalityName",
                    municipalities.get(notice.caseId().tenantId()).name());
            fields.put("vacancyTitle", vacancy.title());
            fields.put("workplace", vacancy.workplace());
            fields.put("applicationDeadline", vacancy.applicationDeadline());
            fields.put("vacancyUrl", links.vacancy(vacancy.slug()));
            fields.put("contactName", vacancy.contactName());
            fields.put("contactPhone", vacancy.contactPhone());
            fields.put("contactEmail", vacancy.contactEmail());
            members.find(notice.member())
                    .ifPresent(member -> fields.put("poolReason", reason(notice.reason(), member.language(), vacancy)));
        });
        return fields;
    }

    /** Goes on after «fordi». */
    private static String reason(Reason reason, Language language, Vacancy vacancy) {
        boolean bokmaal = language == Language.NB;
        if (reason == Reason.INVITED) {
            return bokmaal
                    ? "du står i interessentbasen vår, og vi tror kompetansen din passer til stillingen"
                    : "du står i interessentbasen vår, og vi trur kompetansen din passar til stillinga";
        }
        return (bokmaal
                        ? "du har bedt om å høre om stillinger innen «%s»"
                        : "du har bede om å høyre om stillingar innan «%s»")
                .formatted(OccupationalGroup.labelOf(vacancy.occupationalGroup()));
    }

    @Override
    public String newLink(UUID subject) {
        return find(subject)
                .map(notice -> links.newLinkOf(notice.member()))
                .orElseThrow(() -> new IllegalStateException("No notice " + subject));
    }

    private record Notice(UUID member, CaseId caseId, Reason reason) {}

    private Optional<Notice> find(UUID id) {
        return jdbc.sql("select member_id, case_id, reason from pool_notices where id = :id")
                .param("id", id)
                .query((row, number) -> new Notice(
                        row.getObject("member_id", UUID.class),
                        new CaseId(row.getString("case_id")),
                        Reason.valueOf(row.getString("reason"))))
                .optional();
    }
}
