package no.rodtraad.process.deployment;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a release is made of. Nothing else is deployed: HTML forms and libraries would run code. */
enum FileKind {
    DIAGRAM("processes/", ".bpmn"),
    TABLE("processes/", ".dmn"),
    FORM("forms/", ".form");

    /** People unpack these names on their own machines. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+\\.[a-z]+");

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

    /** Whether it has its folder, and nothing else that would lead elsewhere. */
    boolean isWholeName(String name) {
        return name.startsWith(folder)
                && PLAIN.matcher(name.substring(folder.length())).matches();
    }
}
