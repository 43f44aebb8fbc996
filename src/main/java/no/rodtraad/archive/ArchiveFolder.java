package no.rodtraad.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.rodtraad.document.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The archive on disk. A record is a folder that appears whole or not at all and is never written again: it is written
 * beside its place, forced to the disk and moved there in one step. Its files are links to {@link ArchiveObjects}.
 */
@Component
class ArchiveFolder {

    static final String MESSAGE = "arkivmelding.xml";

    private static final String KEY = "nokkel.txt";
    private static final Pattern NUMBERED = Pattern.compile("(\\d{3,})-D\\d{2}");

    private final Path root;
    private final ArchiveObjects objects;

    ArchiveFolder(@Value("${rodtraad.archive.folder:data/archive}") Path root) {
        this.root = root;
        objects = new ArchiveObjects(root);
    }

    record Content(String name, byte[] bytes) {}

    /** A record that is on disk: what it is known by, and a fingerprint of what it holds. */
    record Held(String folder, int journalNumber, String externalKey, String fingerprint) {}

    /**
     * A file that is not what was archived.
     *
     * @param there whether there is a file at all
     * @param whole SHA-256 of a whole copy among the objects; null when there is none
     */
    record Damage(
            String folder,
            String name,
            boolean there,
            @Nullable String whole) {}

    /** @throws ArchiveConflict when something is there already */
    void write(String folder, String externalKey, String fingerprint, List<Content> contents) {
        Path target = root.resolve(folder);
        Path parent = target.resolve("..").normalize();
        try {
            Disk.createDirectories(parent);
            Path draft =
                    Files.createDirectory(target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID()));
            for (Content content : contents) {
                objects.put(content.bytes(), draft.resolve(content.name()));
            }
            Disk.write(draft.resolve(KEY), (fingerprint + "\n" + externalKey + "\n").getBytes(StandardCharsets.UTF_8));
            Disk.force(draft);
            if (Files.exists(target)) {
                delete(draft);
                throw new ArchiveConflict(folder);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            Disk.force(parent);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Arkivet kunne ikke skrive til mappen %s. Kontroller plass og rettigheter.".formatted(target), e);
        }
    }

    /** The records below a folder that are not among the known ones: written, but never committed. */
    List<Held> unknown(String folder, Set<String> known) {
        Path parent = root.resolve(folder);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.flatMap(child -> held(folder, child, known).stream())
                    .sorted(Comparator.comparing(Held::journalNumber))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Arkivmappen %s kunne ikke leses.".formatted(parent), e);
        }
    }

    byte[] read(String folder, String name) {
        try {
            return Files.readAllBytes(root.resolve(folder).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Arkivfilen %s/%s kunne ikke leses.".formatted(folder, name), e);
        }
    }

    /** The files of a record with its {@code arkivmelding.xml}, by name. */
    List<Content> contents(String folder) {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals(KEY))
                    .sorted()
                    .map(name -> new Content(name, read(folder, name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Arkivmappen %s kunne ikke leses.".formatted(folder), e);
        }
    }

    /** What is wrong with one file of a record; empty when it is as it was written. */
    Optional<Damage> damage(String folder, String name, String sha256) {
        Path file = root.resolve(folder).resolve(name);
        try {
            boolean there = Files.exists(file);
            if (there && Sha256.of(Files.readAllBytes(file)).equals(sha256)) {
                return Optional.empty();
            }
            return Optional.of(new Damage(folder, name, there, objects.holds(sha256) ? sha256 : null));
        } catch (IOException e) {
            throw new UncheckedIOException("Arkivfilen %s/%s kunne ikke leses.".formatted(folder, name), e);
        }
    }

    private static Optional<Held> held(String folder, Path child, Set<String> known) {
        Matcher name = NUMBERED.matcher(String.valueOf(child.getFileName()));
        String place = folder + "/" + child.getFileName();
        if (!name.matches() || known.contains(place)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(child.resolve(KEY));
            return Optional.of(new Held(place, Integer.parseInt(name.group(1)), lines.get(1), lines.get(0)));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalStateException(
                    "Arkivmappen %s mangler filen %s og kan ikke kjennes igjen. Flytt den ut av arkivet og prøv igjen."
                            .formatted(child, KEY),
                    e);
        }
    }

    private static void delete(Path draft) throws IOException {
        try (Stream<Path> files = Files.list(draft)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(draft);
    }
}
