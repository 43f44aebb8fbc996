package no.rodtraad.signing;

/** The two who sign an employment contract. */
public enum Party {
    CANDIDATE,
    EMPLOYER
}
