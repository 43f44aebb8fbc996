package no.rodtraad.application;

import java.util.Optional;
import no.rodtraad.process.ApplicationId;
import org.jspecify.annotations.Nullable;

/** Shows a candidate the contract and takes the signature. */
public interface ContractSigning {

    /** The contract that was sent to the candidate, also after it was signed; empty before it is sent. */
    Optional<ContractView> waiting(ApplicationId applicationId);

    /** How the contract is signed, of one that is waiting. */
    SigningWay way(ApplicationId applicationId);

    /**
     * Mails the candidate a code to sign with.
     *
     * @throws Refused when the contract cannot be signed here now, or too many codes were sent
     */
    void sendCode(ApplicationId applicationId);

    /** @throws Refused when the contract cannot be signed now, or name or code are not right */
    void sign(ApplicationId applicationId, String typedName, String typedCode);

    /**
     * The candidate does not want to sign it as it is.
     *
     * @throws Refused when it is not waiting for the candidate any more
     */
    void refuse(ApplicationId applicationId, @Nullable String reason);

    /** The contract as it stands, signed where it is signed. */
    Optional<byte[]> pdf(ApplicationId applicationId);

    /** With a Norwegian sentence for the candidate. */
    class Refused extends RuntimeException {
        public Refused(String message) {
            super(message);
        }
    }
}
