package no.rodtraad.signing;

/** @param pdf the whole file with every signature, as it is to be archived */
public record SignedDocument(byte[] pdf) {}
