package no.rodtraad.posten;

import no.digipost.signature.client.core.exceptions.UnexpectedResponseException;

/**
 * Posten signering answered no. Tells the code and what to do, not the service's own sentence nor its cause: those may quote an
 * address, and failures are kept in the engine.
 */
final class PostenRefused extends RuntimeException {

    private PostenRefused(String sentence) {
        super(sentence);
    }

    static PostenRefused of(UnexpectedResponseException answer) {
        return new PostenRefused("Posten signering svarte nei (HTTP %d, kode %s)."
                .formatted(answer.httpStatusCode(), answer.getErrorCode()));
    }

    static PostenRefused withoutAuthority() {
        return new PostenRefused("Kommunen har ikke gitt eieren av virksomhetssertifikatet lov til å sende"
                + " signeringsoppdrag. Gi fullmakten i Altinn, eller bruk kommunens eget sertifikat.");
    }
}
