package no.rodtraad.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs records for somebody who is to put them into an archive by hand. */
final class RecordPackage {

    private static final String CONTENTS = "INNHOLD.txt";

    private RecordPackage() {}

    static byte[] of(ArchiveFolder folder, List<ArchivedRecord> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            add(zip, CONTENTS, contents(records).getBytes(StandardCharsets.UTF_8));
            for (ArchivedRecord record : records) {
                for (ArchiveFolder.Content file : folder.contents(record.folder())) {
                    add(zip, nameOf(record) + "/" + file.name(), file.bytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The records could not be packed", e);
        }
        return out.toByteArray();
    }

    private static String contents(List<ArchivedRecord> records) {
        StringBuilder text = new StringBuilder(
                "Nummeret foran er løpenummeret i Rød tråd. Hver mappe har dokumentene og en arkivmelding.xml (Fiks Arkiv) som\nsier tittel, offentlig tittel, skjerming, avsender eller mottaker og kontrollsum.\n\n");
        records.forEach(record ->
                text.append(nameOf(record)).append("  ").append(record.title()).append('\n'));
        return text.toString();
    }

    private static String nameOf(ArchivedRecord record) {
        return "%03d-%s".formatted(record.journalNumber(), record.documentCode());
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
