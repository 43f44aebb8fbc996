package no.rodtraad.archive;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps the records in the archive's folder and nowhere else; they can be sent to an archive later. */
@Component
class FolderAdapter implements ArchiveAdapter {

    static final String ID = "folder";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "Arkivmappe";
    }

    @Override
    public String explanation() {
        return "Dokumentene legges i kommunens arkivmappe med en arkivmelding (Fiks Arkiv). De kan overføres til et arkivsystem senere.";
    }

    @Override
    public Optional<String> unusableBecause() {
        return Optional.empty();
    }

    /** It has arrived where it is to be. */
    @Override
    public void accept(ArchivedRecord record) {}
}
