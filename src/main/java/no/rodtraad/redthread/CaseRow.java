package no.rodtraad.redthread;

import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.process.Municipalities;

/** What every page says about a case. */
record CaseRow(
        String id,
        String number,
        String title,
        String workplace,
        String state,
        String stateSlug,
        String reported,
        String municipality) {

    static CaseRow of(HiringCase hiring, Municipalities municipalities) {
        return new CaseRow(
                hiring.id().value(),
                hiring.id().caseNumber(),
                hiring.title(),
                hiring.workplace(),
                Words.state(hiring),
                Words.slug(hiring.state()),
                Words.date(hiring.reportedAt()),
                municipalities.get(hiring.id().tenantId()).name());
    }
}
