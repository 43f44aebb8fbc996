package no.rodtraad.offer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.application.Outcome;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.HiringVariables;
import no.rodtraad.process.Journeys;
import no.rodtraad.process.StepId;
import org.springframework.stereotype.Component;

/** Those in the recommendation who are still with us while the offer is with somebody else. */
@Component
class Reserve {

    private final Applications applications;
    private final Offers offers;
    private final Journeys journeys;

    Reserve(Applications applications, Offers offers, Journeys journeys) {
        this.applications = applications;
        this.offers = offers;
        this.journeys = journeys;
    }

    /** All in rank, the first one first. */
    List<ApplicationInfo> ranked(CaseId caseId) {
        return inRank(applications.openOfCase(caseId));
    }

    private static List<ApplicationInfo> inRank(List<ApplicationInfo> all) {
        return all.stream()
                .filter(application -> application.rank() != null)
                .sorted(Comparator.comparing(application -> Objects.requireNonNullElse(application.rank(), 0)))
                .toList();
    }

    List<ApplicationId> besides(CaseId caseId, ApplicationId offered) {
        return ranked(caseId).stream()
                .map(ApplicationInfo::id)
                .filter(id -> !id.equals(offered))
                .toList();
    }

    /** The first in rank who has not had an offer; also one who has been told that somebody else was hired. */
    Optional<ApplicationInfo> next(CaseId caseId) {
        return inRank(applications.ofCase(caseId)).stream()
                .filter(application -> application.outcome() == null || application.outcome() == Outcome.REJECTED)
                .filter(application -> offers.newest(application.id()).isEmpty())
                .findFirst();
    }

    void tell(StepId step, CaseId caseId, ApplicationId applicationId, String messageCode) {
        journeys.tellCandidate(
                step + ":" + applicationId,
                caseId,
                applicationId,
                "candidate.informed",
                Map.of(HiringVariables.MESSAGE_CODE, messageCode));
    }
}
