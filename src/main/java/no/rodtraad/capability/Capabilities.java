package no.rodtraad.capability;

/** Which adapter does what for which municipality. Ask each time: it may have been changed since. */
@FunctionalInterface
public interface Capabilities {

    /** The id of the adapter ({@link CapabilityAdapter#id}) that the municipality has chosen, or the installation's default. */
    String adapterOf(String tenantId, Capability capability);
}
