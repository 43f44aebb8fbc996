package no.rodtraad.application;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.rodtraad.virusscan.VirusScan;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Sees what an uploaded file really is, by its content, and whether that is something we take. */
@Component
class UploadCheck {

    static final int LARGEST_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 100;
    private static final int MOST_ENTRIES = 2_000;
    private static final int LARGEST_LIST_OF_TYPES = 1024 * 1024;
    private static final int MOST_BEFORE_LIST_OF_TYPES = 50 * 1024 * 1024;
    private static final String PDF = "application/pdf";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String ODT = "application/vnd.oasis.opendocument.text";
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";

    private static final Map<String, String> TYPES = Map.of(
            "pdf", PDF,
            "docx", DOCX,
            "odt", ODT,
            "jpg", JPEG,
            "jpeg", JPEG,
            "png", PNG);

    private final Detector detector = new DefaultDetector();
    private final VirusScan virusScan;

    UploadCheck(VirusScan virusScan) {
        this.virusScan = virusScan;
    }

    /** Why a file is refused; the message key is {@code application.upload.<name>}. */
    enum Problem {
        EMPTY,
        TOO_LARGE,
        UNKNOWN_TYPE,
        NOT_WHAT_IT_SAYS,
        INFECTED,
        NOT_SCANNED;

        String messageKey() {
            return "application.upload." + name();
        }
    }

    static final class Refused extends Exception {

        private final Problem problem;

        Refused(Problem problem) {
            super(problem.name());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /** The file, or empty where none was chosen. */
    Optional<Upload> check(MultipartFile file) throws Refused {
        String name = fileName(Optional.ofNullable(file.getOriginalFilename()).orElse(""));
        if (name.isEmpty() && file.isEmpty()) {
            return Optional.empty();
        }
        if (file.isEmpty()) {
            throw new Refused(Problem.EMPTY);
        }
        if (file.getSize() > LARGEST_BYTES) {
            throw new Refused(Problem.TOO_LARGE);
        }
        byte[] content = content(file);
        String type = typeOf(content);
        if (!TYPES.containsValue(type)) {
            throw new Refused(TYPES.containsKey(extension(name)) ? Problem.NOT_WHAT_IT_SAYS : Problem.UNKNOWN_TYPE);
        }
        if (!type.equals(TYPES.get(extension(name)))) {
            throw new Refused(Problem.NOT_WHAT_IT_SAYS);
        }
        scan(content);
        return Optional.of(new Upload(name, type, content));
    }

    private void scan(byte[] content) throws Refused {
        switch (virusScan.check(content)) {
            case CLEAN -> {}
            case INFECTED -> throw new Refused(Problem.INFECTED);
            case UNKNOWN -> throw new Refused(Problem.NOT_SCANNED);
        }
    }

    private String typeOf(byte[] content) {
        try (TikaInputStream in = TikaInputStream.get(content)) {
            String detected = detector.detect(in, new Metadata()).getBaseType().toString();
            return detected.equals(DOCX)
                            || detected.equals("application/x-tika-ooxml")
                            || detected.equals("application/zip")
                    ? typeOfPackage(content)
                    : detected;
        } catch (IOException e) {
            // a file that cannot be read as what it begins like is nothing we take
            return "application/octet-stream";
        }
    }

    /** A Word document says in its list of types that its main part is a text without macros. */
    private static String typeOfPackage(byte[] content) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            @org.jspecify.annotations.Nullable ZipEntry entry = zip.getNextEntry();
            long unpacked = 0;
            for (int seen = 0; entry != null && seen < MOST_ENTRIES; seen++) {
                if (entry.getName().equals("[Content_Types].xml")) {
                    String types = new String(zip.readNBytes(LARGEST_LIST_OF_TYPES), StandardCharsets.UTF_8);
                    return types.contains(DOCX + ".main+xml") ? DOCX : "application/zip";
                }
                unpacked += skip(zip, MOST_BEFORE_LIST_OF_TYPES - unpacked);
                if (unpacked >= MOST_BEFORE_LIST_OF_TYPES) {
                    return "application/zip";
                }
                entry = zip.getNextEntry();
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("A name in the package is not UTF-8", e);
        }
        return "application/zip";
    }

    /** A small file may unpack to a huge one, which must not keep us busy. Returns the bytes skipped, at most so many. */
    private static long skip(ZipInputStream zip, long most) throws IOException {
        byte[] buffer = new byte[8192];
        long skipped = 0;
        int read = zip.read(buffer);
        while (read >= 0 && skipped < most) {
            skipped += read;
            read = zip.read(buffer);
        }
        return skipped;
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("An uploaded file could not be read", e);
        }
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The last part of the name, without what does not belong in a name; the ending is kept. */
    static String fileName(String submitted) {
        String last = submitted.substring(Math.max(submitted.lastIndexOf('/'), submitted.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "").strip();
        if (clean.length() <= LONGEST_NAME) {
            return clean;
        }
        String ending = extension(clean);
        return clean.substring(0, LONGEST_NAME - ending.length() - 1) + "." + ending;
    }
}
