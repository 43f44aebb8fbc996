package no.rodtraad.publishing;

/** What has to be done in a channel so that it says the same as our own pages. */
enum Change {
    PUBLISH("Legg ut annonsen."),
    UPDATE("Annonsen er endret. Bytt ut teksten og fristen i den som ligger ute."),
    WITHDRAW("Ta ned annonsen. Stillingen kan ikke søkes på lenger."),
    NOTHING("Kanalen er oppdatert, og du trenger ikke å gjøre noe.");

    private final String instruction;

    Change(String instruction) {
        this.instruction = instruction;
    }

    /** What people are asked to do. */
    String instruction() {
        return instruction;
    }
}
