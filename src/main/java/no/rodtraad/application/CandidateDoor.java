package no.rodtraad.application;

import jakarta.servlet.http.HttpServletResponse;
import no.rodtraad.application.CandidatePages.Candidate;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.vacancy.Vacancies;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets candidates in to their own pages by the secret link. */
@Component
class CandidateDoor {

    private final SecretLinks links;
    private final Applications applications;
    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final HiredWithdrawals hired;

    CandidateDoor(
            SecretLinks links,
            Applications applications,
            Vacancies vacancies,
            Municipalities municipalities,
            HiredWithdrawals hired) {
        this.links = links;
        this.applications = applications;
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.hired = hired;
    }

    Candidate open(String token, HttpServletResponse response) {
        // the address is the key: it must not lie in caches or search engines
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        ApplicationInfo application = links.resolve(Purpose.APPLICATION, token)
                .map(ApplicationId::new)
                .flatMap(applications::find)
                .orElseThrow(CandidatePages.LinkDoesNotWork::new);
        return new Candidate(
                "/soknad/" + token,
                application,
                vacancies.get(application.caseId()),
                municipalities.get(application.caseId().tenantId()).name(),
                application.underWay() || hired.isPossible(application));
    }
}
