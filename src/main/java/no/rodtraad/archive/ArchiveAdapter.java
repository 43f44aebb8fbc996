package no.rodtraad.archive;

import no.rodtraad.capability.Capability;
import no.rodtraad.capability.CapabilityAdapter;

/** One way for the records in the archive's folder to reach the municipality's archive. */
interface ArchiveAdapter extends CapabilityAdapter {

    @Override
    default Capability capability() {
        return Capability.ARCHIVE;
    }

    /** Sets the record on its way, in the transaction that keeps it; again when it is to be tried once more. */
    void accept(ArchivedRecord record);
}
