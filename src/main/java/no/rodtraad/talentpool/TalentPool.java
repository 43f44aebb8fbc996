package no.rodtraad.talentpool;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.messaging.DirectMessages;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.TimeTravel;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Memberships of the talent pool and the consent they rest on (personvernforordningen artikkel 6 nr. 1 a og artikkel 7;
 * check before use). A membership begins when its address is confirmed, and ends at once when it is withdrawn, or when the
 * consent runs out without a renewal. What has ended is deleted.
 */
@Service
class TalentPool {

    /** Of the wording on the page {@code pool/register}; count up when it changes in substance. */
    static final String CONSENT_VERSION = "2026-1";

    private static final long MILLIS_BETWEEN_LOOKS = 60_000;

    private final Members members;
    private final DirectMessages messages;
    private final SecretLinks links;
    private final PoolSettings settings;
    private final Clock clock;

    TalentPool(Members members, DirectMessages messages, SecretLinks links, PoolSettings settings, Clock clock) {
        this.members = members;
        this.messages = messages;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<Member> find(UUID id) {
        return members.find(id);
    }

    /** Those whom employees of the municipalities may see, by name. */
    List<Member> search(Collection<String> tenants, String group, List<String> words) {
        return members.search(tenants, group, words, today());
    }

    /**
     * Keeps what somebody has written and asks them to confirm the address, at most once a day. Nothing that a member has
     * confirmed is changed: whoever wrote this may be somebody else, and the mail leads the member to the page.
     */
    @Transactional
    public void register(PoolForm form) {
        Optional<Member> known = members.findByEmail(form.getEmail());
        known.filter(member -> !member.confirmed()).ifPresent(member -> members.change(member.id(), form));
        UUID id = known.map(Member::id).orElseGet(() -> members.add(form, CONSENT_VERSION));
        messages.send("poolConfirm:%s:%s".formatted(id, today()), PoolMessages.KIND, id, "M00B");
    }

    /** Confirms the address, or renews the consent: either way it holds anew from today. */
    @Transactional
    public void consent(UUID id) {
        members.consent(id, CONSENT_VERSION, today().plusMonths(settings.consentMonths()));
    }

    @Transactional
    public void change(UUID id, PoolForm form) {
        members.change(id, form);
    }

    /** Deletes all we have about the member, at once. */
    @Transactional
    public void withdraw(UUID id) {
        members.delete(id);
        links.revoke(Purpose.POOL, id);
    }

    /** Deletes those whose consent has run out, and those who never confirmed. */
    @Scheduled(fixedDelay = MILLIS_BETWEEN_LOOKS)
    @EventListener(TimeTravel.Arrived.class)
    @Transactional
    public void deleteEnded() {
        members.over(today(), clock.instant().minus(Duration.ofDays(settings.confirmationDays())))
                .forEach(this::withdraw);
    }

    /** Asks those whose consent soon runs out. */
    @Scheduled(fixedDelay = MILLIS_BETWEEN_LOOKS)
    @EventListener(TimeTravel.Arrived.class)
    @Transactional
    public void askForRenewal() {
        for (Member member : members.askedForRenewal(today().plusDays(settings.renewalDays()))) {
            messages.send(
                    "poolRenewal:%s:%s".formatted(member.id(), member.consentUntil()),
                    PoolMessages.KIND,
                    member.id(),
                    "M00F");
        }
    }

    private LocalDate today() {
        return OsloTime.dayOf(clock.instant());
    }
}
