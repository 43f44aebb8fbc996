package no.rodtraad.application;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.springframework.stereotype.Component;

/** The other applications of the same sending, as the one who sent them sees them. */
@Component
class SentTogether {

    private final ApplicationGroups groups;
    private final Applications applications;
    private final Vacancies vacancies;
    private final SecretLinks links;

    SentTogether(ApplicationGroups groups, Applications applications, Vacancies vacancies, SecretLinks links) {
        this.groups = groups;
        this.applications = applications;
        this.vacancies = vacancies;
        this.links = links;
    }

    /** @param wish also its name on the pages and in addresses */
    record Other(int wish, String title, String workplace, ApplicationInfo application) {

        public boolean isUnderWay() {
            return application.underWay();
        }

        public boolean isWithdrawn() {
            return application.withdrawn();
        }
    }

    /** The first wish first. */
    List<Other> others(ApplicationInfo one) {
        return groups.others(one.id()).stream()
                .map(applications::get)
                .map(this::other)
                .toList();
    }

    /** Those whose wishes are named, as far as they were sent together with this one. */
    List<Other> others(ApplicationInfo one, Collection<String> wishes) {
        return others(one).stream()
                .filter(other -> wishes.contains(Integer.toString(other.wish())))
                .toList();
    }

    /** A new link to the page of one of the others, without the address of the site. */
    Optional<String> pathTo(ApplicationInfo one, String wish) {
        return others(one, List.of(wish)).stream()
                .findFirst()
                .map(other -> "/soknad/"
                        + links.create(
                                Purpose.APPLICATION, other.application().id().value()));
    }

    private Other other(ApplicationInfo application) {
        Vacancy vacancy = vacancies.get(application.caseId());
        int wish = Objects.requireNonNull(application.wish(), "sent together").number();
        return new Other(wish, vacancy.title(), vacancy.workplace(), application);
    }
}
