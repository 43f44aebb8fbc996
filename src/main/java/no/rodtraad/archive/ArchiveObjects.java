package no.rodtraad.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import no.rodtraad.document.Sha256;

/**
 * Bytes by their SHA-256, each of them once: {@code objects/ab/cdef…}. Records hold hard links to them, so that people find a
 * document by its case and number, and equal documents take the place of one.
 */
final class ArchiveObjects {

    private static final int FOLDER_DIGITS = 2;

    private final Path root;

    ArchiveObjects(Path archive) {
        root = archive.resolve("objects");
    }

    /** Where bytes with this SHA-256 are, or would be. */
    Path place(String sha256) {
        return root.resolve(sha256.substring(0, FOLDER_DIGITS)).resolve(sha256.substring(FOLDER_DIGITS));
    }

    boolean holds(String sha256) throws IOException {
        Path object = place(sha256);
        return Files.exists(object) && Sha256.of(Files.readAllBytes(object)).equals(sha256);
    }

    /** Makes the bytes known under a name of their own. A file system without hard links gets a copy. */
    void put(byte[] bytes, Path name) throws IOException {
        Path object = keep(bytes);
        try {
            Files.createLink(name, object);
        } catch (IOException | UnsupportedOperationException e) {
            Disk.write(name, bytes);
        }
    }

    /** One at a time, so that there is one copy. What was damaged is written anew. */
    private synchronized Path keep(byte[] bytes) throws IOException {
        String sha256 = Sha256.of(bytes);
        Path object = place(sha256);
        if (holds(sha256)) {
            return object;
        }
        Disk.createDirectories(object.resolveSibling("."));
        Path draft = object.resolveSibling("." + UUID.randomUUID());
        Disk.write(draft, bytes);
        Disk.protect(draft);
        Files.move(draft, object, StandardCopyOption.ATOMIC_MOVE);
        Disk.force(object.resolveSibling("."));
        return object;
    }
}
