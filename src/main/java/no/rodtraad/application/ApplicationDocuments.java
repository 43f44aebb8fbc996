package no.rodtraad.application;

/** Kinds of files that an applicant sends. */
final class ApplicationDocuments {

    static final String CV = "CV";
    static final String ATTACHMENT = "ATTACHMENT";

    private ApplicationDocuments() {}

    static boolean isSentByApplicant(String kind) {
        return kind.equals(CV) || kind.equals(ATTACHMENT);
    }

    static String label(String kind) {
        return kind.equals(CV) ? "CV" : "Vedlegg";
    }
}
