package no.rodtraad.archive;

import no.rodtraad.process.CaseId;

/** The archive has not yet confirmed everything that was sent to it. */
class RecordsOnTheirWay extends RuntimeException {

    RecordsOnTheirWay(CaseId caseId) {
        super(
                "Arkivet har ikke bekreftet alle dokumentene i sak %s ennå. Siden /saker/%s/arkiv viser hvilke. Saken lukkes når de er mottatt."
                        .formatted(caseId.caseNumber(), caseId));
    }
}
