package no.rodtraad.application;

/** How it ended for one applicant. */
public enum Outcome {
    HIRED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    CANCELLED
}
