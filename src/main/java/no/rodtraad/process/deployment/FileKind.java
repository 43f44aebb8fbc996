package no.rodtraad.process.deployment;

import java.util.Arrays;
import java.util.Optional;

/** What a release is made of. Nothing else is deployed: HTML forms and libraries would run code. */
enum FileKind {
    DIAGRAM("processes/", ".bpmn"),
    TABLE("processes/", ".dmn"),
    FORM("forms/", ".form");

    private final String folder;
    private final String ending;

    FileKind(String folder, String ending) {
        this.folder = folder;
        this.ending = ending;
    }

    static Optional<FileKind> of(String fileName) {
        return Arrays.stream(values())
                .filter(kind -> fileName.endsWith(kind.ending))
                .findFirst();
    }

    /** What a file is called that defines this first, e.g. {@code processes/advert.bpmn}. */
    String fileName(String id) {
        return folder + id + ending;
    }
}
