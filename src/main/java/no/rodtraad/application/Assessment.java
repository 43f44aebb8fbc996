package no.rodtraad.application;

/** Whether an applicant meets the requirements, as seen in the screening. */
public enum Assessment {
    QUALIFIED,
    MAYBE,
    NOT_QUALIFIED
}
