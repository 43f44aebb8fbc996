package no.rodtraad.application;

import java.util.Optional;
import no.rodtraad.process.ApplicationId;

/** Shows a candidate the contract and takes the signature. */
public interface ContractSigning {

    /** The contract that was sent to the candidate, also after it was signed; empty before it is sent. */
    Optional<ContractView> waiting(ApplicationId applicationId);

    /** @throws Refused when the contract cannot be signed now */
    void sign(ApplicationId applicationId, String typedName);

    /** The contract as it stands, signed where it is signed. */
    Optional<byte[]> pdf(ApplicationId applicationId);

    /** With a Norwegian sentence for the candidate. */
    class Refused extends RuntimeException {
        public Refused(String message) {
            super(message);
        }
    }
}
