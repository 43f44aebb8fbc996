package no.rodtraad.signing;

/**
 * A job at a signing service.
 *
 * @param service id of the adapter that has it
 * @param id what the adapter knows it by; at most 200 characters, no personal data
 */
public record SigningJobRef(String service, String id) {}
