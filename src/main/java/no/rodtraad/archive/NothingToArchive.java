package no.rodtraad.archive;

import no.rodtraad.process.CaseId;

/** There is nothing behind the code of the archive map yet. */
public class NothingToArchive extends RuntimeException {

    NothingToArchive(DocumentType type, CaseId caseId) {
        super("%s %s i sak %s kan ikke arkiveres: ingen har fylt ut eller sendt det ennå."
                .formatted(type.name(), type.title(), caseId.caseNumber()));
    }
}
