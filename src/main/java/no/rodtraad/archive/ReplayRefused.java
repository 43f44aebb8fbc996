package no.rodtraad.archive;

/** Records cannot be sent the way that was asked for at start; the message says why. */
class ReplayRefused extends RuntimeException {

    ReplayRefused(String sentence) {
        super(sentence);
    }
}
