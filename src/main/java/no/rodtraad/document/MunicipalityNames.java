package no.rodtraad.document;

/** What a municipality calls itself on its documents. */
@FunctionalInterface
public interface MunicipalityNames {

    /** E.g. {@code Eksempelvik kommune}. */
    String nameOf(String tenantId);
}
