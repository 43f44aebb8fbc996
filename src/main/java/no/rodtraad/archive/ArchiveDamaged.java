package no.rodtraad.archive;

import java.util.List;

/** Files in the archive's folder are not what was archived; the message says which, and names nobody. */
class ArchiveDamaged extends RuntimeException {

    ArchiveDamaged(List<String> damages) {
        super("Arkivmappen er ikke som den skal være:%n%s".formatted(String.join(System.lineSeparator(), damages)));
    }
}
