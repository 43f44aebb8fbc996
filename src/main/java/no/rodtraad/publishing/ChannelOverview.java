package no.rodtraad.publishing;

import java.util.List;
import no.rodtraad.process.CaseId;
import no.rodtraad.vacancy.Adverts;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where the advert of a case is, and how many came from there. */
@Service
public class ChannelOverview {

    private static final String OWN = "own";

    private final Publications publications;
    private final Vacancies vacancies;
    private final Adverts adverts;

    ChannelOverview(Publications publications, Vacancies vacancies, Adverts adverts) {
        this.publications = publications;
        this.vacancies = vacancies;
        this.adverts = adverts;
    }

    /**
     * @param name what people call it
     * @param state «Ute» and the like
     * @param note what the channel or the one who did it answered; null where there is nothing
     * @param applicants how many applied who came from there
     * @param address the link to use in the channel
     */
    public record Channel(
            String name, String state, @Nullable String note, int applicants, String address) {}

    /** Empty before the advert was published. */
    public List<Channel> of(CaseId caseId) {
        return vacancies
                .find(caseId)
                .map(vacancy -> publications.of(caseId).stream()
                        .map(row -> channel(row, vacancy))
                        .toList())
                .orElse(List.of());
    }

    private Channel channel(Publications.Row row, Vacancy vacancy) {
        return new Channel(
                name(row.channel()),
                state(row, vacancy),
                row.note(),
                row.applicants(),
                adverts.address(vacancy, row.channel()));
    }

    private String state(Publications.Row row, Vacancy vacancy) {
        boolean isOwn = row.channel().equals(OWN);
        if (isOwn ? vacancies.isOpen(vacancy) : row.shown()) {
            return "Ute";
        }
        return vacancies.isOpen(vacancy) ? "Ikke ute ennå" : "Ikke ute";
    }

    private static String name(String channel) {
        return channel.equals(OWN)
                ? "Kommunens egne sider"
                : ManualChannel.find(channel).map(ManualChannel::label).orElse(channel);
    }
}
