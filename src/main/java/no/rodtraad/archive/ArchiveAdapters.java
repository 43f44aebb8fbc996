package no.rodtraad.archive;

import java.util.Optional;
import no.rodtraad.capability.Capabilities;
import no.rodtraad.capability.Capability;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the way that a municipality's records take. */
@Component
class ArchiveAdapters {

    private final ObjectProvider<ArchiveAdapter> adapters;
    private final Capabilities capabilities;

    ArchiveAdapters(ObjectProvider<ArchiveAdapter> adapters, Capabilities capabilities) {
        this.adapters = adapters;
        this.capabilities = capabilities;
    }

    /** The one that holds now. */
    ArchiveAdapter of(String tenantId) {
        return byId(capabilities.adapterOf(tenantId, Capability.ARCHIVE));
    }

    ArchiveAdapter byId(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException(
                "Arkivering på måten «%s» finnes ikke i denne installasjonen. HR-leder velger en annen på siden Oppsett."
                        .formatted(id)));
    }

    Optional<ArchiveAdapter> find(String id) {
        return adapters.stream().filter(adapter -> adapter.id().equals(id)).findFirst();
    }
}
