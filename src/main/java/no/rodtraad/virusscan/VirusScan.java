package no.rodtraad.virusscan;

/** Looks through files that strangers send, before they are kept. */
public interface VirusScan {

    /** Looks through one file. Never throws; a scanner that is away is {@link Verdict#UNKNOWN}. */
    Verdict check(byte[] content);

    enum Verdict {
        CLEAN,
        INFECTED,
        /** The scanner did not answer, or not in a way we understand. */
        UNKNOWN
    }
}
