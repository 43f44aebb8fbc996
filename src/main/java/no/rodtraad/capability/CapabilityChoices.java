package no.rodtraad.capability;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** What a municipality can choose between, and the choosing. */
@Service
class CapabilityChoices {

    private final CapabilityStore store;
    private final ObjectProvider<CapabilityAdapter> adapters;

    CapabilityChoices(CapabilityStore store, ObjectProvider<CapabilityAdapter> adapters) {
        this.store = store;
        this.adapters = adapters;
    }

    /** The choice cannot be made; the message is the sentence for the one who tried. */
    static final class ChoiceRefused extends RuntimeException {
        ChoiceRefused(String sentence) {
            super(sentence);
        }
    }

    /** The capabilities that this installation has at least one adapter for. */
    List<Capability> capabilities() {
        return Arrays.stream(Capability.values())
                .filter(capability -> !adaptersFor(capability).isEmpty())
                .toList();
    }

    /** By name, what is done by hand last. */
    List<CapabilityAdapter> adaptersFor(Capability capability) {
        return adapters.stream()
                .filter(adapter -> adapter.capability() == capability)
                .sorted(Comparator.comparing(
                                (CapabilityAdapter adapter) -> adapter.id().equals(CapabilityAdapter.MANUAL))
                        .thenComparing(CapabilityAdapter::label))
                .toList();
    }

    Optional<CapabilityAdapter> find(Capability capability, String id) {
        return adaptersFor(capability).stream()
                .filter(adapter -> adapter.id().equals(id))
                .findFirst();
    }

    /** @throws ChoiceRefused when the adapter is unknown or cannot be used */
    void choose(String tenantId, Capability capability, String id, String userId) {
        CapabilityAdapter adapter = find(capability, id)
                .orElseThrow(() -> new ChoiceRefused("Velg en av måtene i listen for «" + capability.label() + "»."));
        adapter.unusableBecause(tenantId).ifPresent(reason -> {
            throw new ChoiceRefused("«%s» kan ikke velges. %s".formatted(adapter.label(), reason));
        });
        if (!store.adapterOf(tenantId, capability).equals(id)) {
            store.choose(tenantId, capability, id, userId);
        }
    }
}
