package no.rodtraad.publishing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.rodtraad.capability.Capabilities;
import no.rodtraad.capability.Capability;
import no.rodtraad.capability.CapabilityAdapter;
import no.rodtraad.capability.ManualWork;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.vacancy.Adverts;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a channel up to date with the advert. It compares what the channel shows with what it should show, so that it does
 * the right thing however late it comes and however often.
 */
@Service
public class ChannelUpdates {

    private static final String NAV = "nav";

    private final Map<String, PublishingChannel> channels;
    private final Publications publications;
    private final Vacancies vacancies;
    private final Adverts adverts;
    private final HiringCases cases;
    private final Municipalities municipalities;
    private final Capabilities capabilities;
    private final ManualWork manualWork;

    ChannelUpdates(
            List<PublishingChannel> channels,
            Publications publications,
            Vacancies vacancies,
            Adverts adverts,
            HiringCases cases,
            Municipalities municipalities,
            Capabilities capabilities,
            ManualWork manualWork) {
        this.channels = channels.stream().collect(Collectors.toMap(PublishingChannel::id, Function.identity()));
        this.publications = publications;
        this.vacancies = vacancies;
        this.adverts = adverts;
        this.cases = cases;
        this.municipalities = municipalities;
        this.capabilities = capabilities;
        this.manualWork = manualWork;
    }

    /** @return whether somebody has to do it by hand */
    @Transactional
    public boolean update(CaseId caseId, String channel) {
        Change change = due(caseId, channel);
        if (change == Change.NOTHING) {
            return false;
        }
        Optional<PublishingChannel> system = system(caseId, channel);
        if (system.isEmpty()) {
            if (channel.equals(NAV)) {
                manualWork.began(caseId.tenantId(), Capability.NAV, caseId, key(caseId, channel, change));
            }
            return true;
        }
        Advert advert = advert(caseId, channel);
        String answer = switch (change) {
            case PUBLISH -> system.get().publish(advert);
            case UPDATE -> system.get().update(advert);
            case WITHDRAW -> system.get().withdraw(advert);
            case NOTHING -> throw new IllegalStateException("Nothing is to be done");
        };
        noted(caseId, channel, change, answer);
        return false;
    }

    /** What the channel lacks now. */
    @Transactional
    Change due(CaseId caseId, String channel) {
        @Nullable String shown = publications.shown(caseId, channel);
        Vacancy vacancy = vacancies.get(caseId);
        if (vacancies.isOpen(vacancy)) {
            if (shown == null) {
                return Change.PUBLISH;
            }
            return shown.equals(advert(caseId, channel).fingerprint()) ? Change.NOTHING : Change.UPDATE;
        }
        return shown != null && calledOff(vacancy) ? Change.WITHDRAW : Change.NOTHING;
    }

    /** Somebody has done by hand what was due. */
    @Transactional
    void doneByHand(CaseId caseId, String channel, String note) {
        Change change = due(caseId, channel);
        if (change != Change.NOTHING) {
            noted(caseId, channel, change, note);
            manualWork.done(key(caseId, channel, change));
        }
    }

    Advert advert(CaseId caseId, String channel) {
        Vacancy vacancy = vacancies.get(caseId);
        return new Advert(
                vacancy,
                municipalities.get(caseId.tenantId()),
                adverts.html(vacancy),
                adverts.extent(vacancy),
                adverts.address(vacancy, channel));
    }

    private void noted(CaseId caseId, String channel, Change change, String note) {
        publications.shows(
                caseId,
                channel,
                change == Change.WITHDRAW ? null : advert(caseId, channel).fingerprint(),
                note);
    }

    private Optional<PublishingChannel> system(CaseId caseId, String channel) {
        boolean byHand = channel.equals(NAV)
                && capabilities.adapterOf(caseId.tenantId(), Capability.NAV).equals(CapabilityAdapter.MANUAL);
        return byHand ? Optional.empty() : Optional.ofNullable(channels.get(channel));
    }

    private boolean calledOff(Vacancy vacancy) {
        return vacancy.state() == Vacancy.State.WITHDRAWN
                || cases.get(vacancy.caseId()).state() == HiringCases.State.CANCELLED;
    }

    private static String key(CaseId caseId, String channel, Change change) {
        return "%s:%s:%s".formatted(caseId, channel, change);
    }
}
