package no.rodtraad.link;

/** What a secret link opens, and nothing else. */
public enum Purpose {
    /** The candidate's own pages about one application. */
    APPLICATION,
    /** An application that has not been sent yet. */
    DRAFT,
    /** One answer to one survey. */
    SURVEY,
    /** What one member of the talent pool has agreed to. */
    POOL
}
