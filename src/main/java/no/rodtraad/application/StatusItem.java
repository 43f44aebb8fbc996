package no.rodtraad.application;

/**
 * Something for the candidate to do or see, shown first on the status page.
 *
 * @param text one or two plain sentences
 * @param linkText what the link says
 * @param linkPath below the candidate's own address, e.g. {@code tilbud}
 */
public record StatusItem(String title, String text, String linkText, String linkPath) {}
