package no.rodtraad.archive.fiks;

import java.util.List;

/**
 * What is to be sent.
 *
 * @param type e.g. {@code no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett}
 * @param correlation comes back on the answers of a receiver that uses KS's own client
 */
public record FiksMessage(String type, String correlation, List<Part> parts) {

    /** A file of the message. */
    public record Part(String name, byte[] content) {}
}
