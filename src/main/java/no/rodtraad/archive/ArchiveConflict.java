package no.rodtraad.archive;

/** The archive already holds something else in that place; it is never overwritten. */
public class ArchiveConflict extends RuntimeException {

    ArchiveConflict(String folder) {
        super(
                "Arkivet har allerede noe annet i mappen «%s», og arkivet overskriver aldri. Be arkivaren flytte mappen ut av arkivet, og prøv igjen."
                        .formatted(folder));
    }
}
