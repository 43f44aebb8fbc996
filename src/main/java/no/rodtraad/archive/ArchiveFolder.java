package no.rodtraad.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The archive on disk. A record is a folder that appears whole or not at all and is never written again: it is written
 * beside its place, forced to the disk and moved there in one step.
 */
@Component
class ArchiveFolder {

    static final String MESSAGE = "arkivmelding.xml";

    private static final String KEY = "nokkel.txt";
    private static final Pattern NUMBERED = Pattern.compile("(\\d{3,})-D\\d{2}");
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private final Path root;

    ArchiveFolder(@Value("${rodtraad.archive.folder:data/archive}") Path root) {
        this.root = root;
    }

    record Content(String name, byte[] bytes) {}

    /** A record that is on disk: what it is known by, and a fingerprint of what it holds. */
    record Held(String folder, int journalNumber, String externalKey, String fingerprint) {}

    /** @throws ArchiveConflict when something is there already */
    void write(String folder, String externalKey, String fingerprint, List<Content> contents) {
        Path target = root.resolve(folder);
        Path parent = target.resolve("..").normalize();
        try {
            createDirectories(parent);
            Path draft =
                    Files.createDirectory(target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID()));
            for (Content content : contents) {
                write(draft.resolve(content.name()), content.bytes());
            }
            write(
                    draft.resolve(KEY),
                    (fingerprint + "\n" + externalKey + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            force(draft);
            if (Files.exists(target)) {
                delete(draft);
                throw new ArchiveConflict(folder);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            force(parent);
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

    private void createDirectories(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        for (Path made = folder; made != null && !made.equals(root.getParent()); made = made.getParent()) {
            force(made);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Windows writes folders through by itself and refuses to open them. */
    private static void force(Path folder) throws IOException {
        if (!WINDOWS) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
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
