package no.rodtraad.application;

/** A file that was checked: its content is what its name says. */
record Upload(String fileName, String contentType, byte[] content) {}
