package no.rodtraad.archive;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.rodtraad.archive.ArchiveDesk.Where;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.FormAnswers;
import no.rodtraad.process.FormBinding;
import no.rodtraad.process.FormContext;
import no.rodtraad.process.FormRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the archivist what waits, and lets nobody say it is done while something still does. */
@Component
class RegisterRecordsForm implements FormBinding {

    private final FolderArchive archive;
    private final ArchiveDesk desk;

    RegisterRecordsForm(FolderArchive archive, ArchiveDesk desk) {
        this.archive = archive;
        this.desk = desk;
    }

    @Override
    public String formKey() {
        return "register-records";
    }

    @Override
    public Map<String, @Nullable Object> load(FormContext context) {
        List<ArchivedRecord> waiting = waiting(context.caseId());
        return Map.of(
                "waitingRecords",
                waiting.isEmpty()
                        ? "Alle dokumentene har fått nummer. Fullfør oppgaven."
                        : waiting.stream()
                                .map(record -> "%d. %s".formatted(record.journalNumber(), record.title()))
                                .collect(Collectors.joining("\n")));
    }

    @Override
    public void save(FormContext context, FormAnswers answers) {
        archive.lock(context.caseId());
        int waiting = waiting(context.caseId()).size();
        if (waiting > 0) {
            throw new FormRejected(
                    "%s mangler fortsatt nummer fra arkivet. Skriv det inn på arkivsiden for saken, og fullfør så oppgaven."
                            .formatted(waiting == 1 ? "1 dokument" : waiting + " dokumenter"));
        }
    }

    private List<ArchivedRecord> waiting(CaseId caseId) {
        return desk.entries(caseId).stream()
                .filter(entry -> entry.where() == Where.WITH_ARCHIVIST)
                .map(ArchiveDesk.Entry::record)
                .toList();
    }
}
