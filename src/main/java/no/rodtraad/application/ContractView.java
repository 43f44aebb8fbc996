package no.rodtraad.application;

/** A contract as the candidate sees it. */
public record ContractView(State state, boolean candidateSigned, boolean employerSigned) {

    public enum State {
        SENT,
        SIGNED,
        ABORTED
    }
}
