package no.rodtraad.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes that have reached the disk when they return. */
final class Disk {

    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private Disk() {}

    /** @throws java.nio.file.FileAlreadyExistsException nothing is written over */
    static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** With the folders above it. */
    static void createDirectories(Path folder) throws IOException {
        Path wanted = folder.toAbsolutePath().normalize();
        if (Files.isDirectory(wanted)) {
            return;
        }
        Path above = wanted.resolve("..").normalize();
        createDirectories(above);
        Files.createDirectories(wanted);
        force(wanted);
        force(above);
    }

    /** Windows writes folders through by itself and refuses to open them. */
    static void force(Path folder) throws IOException {
        if (!WINDOWS) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Against being changed by mistake. Windows would not let go of such a file. */
    static void protect(Path file) throws IOException {
        if (!WINDOWS && !file.toFile().setReadOnly()) {
            throw new IOException("Could not be made read-only: " + file);
        }
    }
}
