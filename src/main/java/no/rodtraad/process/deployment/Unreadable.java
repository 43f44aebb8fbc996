package no.rodtraad.process.deployment;

import no.rodtraad.process.Finding;

/** A file that cannot be read, or says nothing the engine could use. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    Unreadable(Finding finding) {
        super(finding.text());
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
