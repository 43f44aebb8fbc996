package no.rodtraad.vacancy;

import no.rodtraad.process.AdvertJourneys;
import no.rodtraad.process.CaseId;
import org.springframework.stereotype.Component;

/** The advert of a case as it stands outside our own pages. */
@Component
public class Adverts {

    /** The part of an address that says which channel somebody came from. */
    public static final String CAME_FROM = "kanal";

    private final Vacancies vacancies;
    private final PublicTexts texts;
    private final PublicAddresses addresses;
    private final AdvertJourneys journeys;

    Adverts(Vacancies vacancies, PublicTexts texts, PublicAddresses addresses, AdvertJourneys journeys) {
        this.vacancies = vacancies;
        this.texts = texts;
        this.addresses = addresses;
        this.journeys = journeys;
    }

    /** The whole text as simple HTML. */
    public String html(Vacancy vacancy) {
        return AdvertSection.html(vacancy, texts);
    }

    /** E.g. «100 % fast stilling». */
    public String extent(Vacancy vacancy) {
        return texts.extent(vacancy);
    }

    /** Where those who come from the channel read the vacancy and apply. */
    public String address(Vacancy vacancy, String channel) {
        return "%s?%s=%s".formatted(addresses.of(vacancy), CAME_FROM, channel);
    }

    /**
     * Has every channel brought up to date with the advert.
     *
     * @param key idempotency key of what changed the advert
     */
    public void changed(String key, CaseId caseId) {
        vacancies.channels(caseId).stream()
                .filter(channel -> !channel.equals(ChooseChannels.OWN))
                .forEach(channel -> journeys.update(key, caseId, channel));
    }
}
