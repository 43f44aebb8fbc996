package no.rodtraad.document;

import java.util.Map;
import no.rodtraad.process.CaseId;

/** What a municipality has written for its documents. */
@FunctionalInterface
public interface StandingTexts {

    /** The texts that hold in a case; one that nobody has written is not there. */
    Map<StandingText, String> of(CaseId caseId);
}
