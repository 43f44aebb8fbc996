package no.rodtraad.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.rodtraad.document.Norwegian;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;

/** Writes the message that a Norwegian archive takes a record by: Fiks Arkiv V1, {@code arkivmelding.opprett}. */
final class ArkivmeldingXml {

    static final String SYSTEM = "Rød tråd";

    private static final String NAMESPACE =
            "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/v1";
    private static final String CATALOGUE =
            "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/metadatakatalog/v1";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final XMLStreamWriter xml;

    private ArkivmeldingXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** @param mainFolderKey external key of the case folder or the personnel file */
    record Folder(String mainFolderKey, String title, String publicTitle, boolean personnel, LocalDate date) {}

    record Entry(
            String externalKey,
            CaseId caseId,
            int journalNumber,
            DocumentType type,
            ArchiveRecord record,
            @Nullable String correspondent,
            Instant archivedAt,
            List<StoredFile> files) {}

    record StoredFile(
            String storedName, String originalName, String contentType, boolean pdfA, long size, String sha256) {}

    static byte[] write(Folder folder, Entry entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            new ArkivmeldingXml(writer).document(folder, entry);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The archive message could not be written", e);
        }
        return out.toByteArray();
    }

    private void document(Folder folder, Entry entry) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "arkivmelding");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeNamespace("n5mdk", CATALOGUE);
        xml.writeNamespace("xsi", INSTANCE);
        element("system", SYSTEM);
        element("antallFiler", entry.files().size());
        folder(folder, entry);
        registration(folder, entry);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void folder(Folder folder, Entry entry) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "mappe");
        if (!folder.personnel()) {
            xml.writeAttribute("xsi", INSTANCE, "type", "saksmappe");
        }
        element("tittel", folder.title());
        element("offentligTittel", folder.publicTitle());
        if (folder.personnel()) {
            screening(DocumentType.Screening.PERSONAL);
        }
        externalKey("referanseEksternNoekkel", folder.mainFolderKey());
        if (folder.personnel()) {
            code("mappetype", "PERSONAL", "Personalmappe");
        } else {
            code("mappetype", "SAK", "Saksmappe");
            String[] number = entry.caseId().caseNumber().split("-", -1);
            element("saksaar", Integer.parseInt(number[0]));
            element("sakssekvensnummer", Integer.parseInt(number[1]));
            element("saksdato", folder.date().toString());
            code("saksstatus", "B", "Under behandling");
        }
        xml.writeEndElement();
    }

    private void registration(Folder folder, Entry entry) throws XMLStreamException {
        ArchiveRecord record = entry.record();
        boolean note = record.kind() == ArchiveRecord.Kind.NOTE;
        LocalDate day = LocalDate.ofInstant(entry.archivedAt(), Norwegian.ZONE);
        xml.writeStartElement(NAMESPACE, "registrering");
        xml.writeAttribute("xsi", INSTANCE, "type", note ? "arkivnotat" : "journalpost");
        element("opprettetDato", time(entry.archivedAt()));
        element("opprettetAv", SYSTEM);
        element("arkivertDato", time(entry.archivedAt()));
        element("arkivertAv", SYSTEM);
        xml.writeStartElement(NAMESPACE, "referanseForelderMappe");
        catalogueKey(folder.mainFolderKey());
        xml.writeEndElement();
        screening(entry.type().screening());
        int number = 0;
        for (StoredFile file : entry.files()) {
            number++;
            document(entry, file, number);
        }
        element("registreringsID", entry.caseId().caseNumber() + "-" + entry.journalNumber());
        element("tittel", record.title());
        element("offentligTittel", record.publicTitle());
        element("beskrivelse", entry.type().name() + " " + entry.type().title());
        if (entry.type().screening() != DocumentType.Screening.NONE) {
            xml.writeStartElement(NAMESPACE, "merknad");
            element("merknadstekst", "Skjermingshjemmelen er fagsystemets forslag. Kontroller med arkivar.");
            xml.writeEndElement();
        }
        if (!note && entry.correspondent() != null) {
            correspondent(record.kind(), entry.correspondent());
        }
        externalKey("referanseEksternNoekkel", entry.externalKey());
        if (!note) {
            element("journalaar", day.getYear());
            element("journalpostnummer", entry.journalNumber());
            boolean incoming = record.kind() == ArchiveRecord.Kind.INCOMING;
            code("journalposttype", incoming ? "I" : "U", incoming ? "Inngående dokument" : "Utgående dokument");
            code("journalstatus", "J", "Journalført");
            element("journaldato", day.toString());
        }
        element("dokumentetsDato", day.toString());
        element("antallVedlegg", entry.files().size() - 1);
        xml.writeEndElement();
    }

    private void document(Entry entry, StoredFile file, int number) throws XMLStreamException {
        boolean main = number == 1;
        xml.writeStartElement(NAMESPACE, "dokumentbeskrivelse");
        code("dokumentstatus", "F", "Dokumentet er ferdigstilt");
        element("tittel", main ? entry.record().title() : file.originalName());
        element("opprettetDato", time(entry.archivedAt()));
        element("opprettetAv", SYSTEM);
        code("tilknyttetRegistreringSom", main ? "H" : "V", main ? "Hoveddokument" : "Vedlegg");
        element("dokumentnummer", number);
        xml.writeStartElement(NAMESPACE, "dokumentobjekt");
        element("versjonsnummer", 1);
        code("variantformat", file.pdfA() ? "A" : "P", file.pdfA() ? "Arkivformat" : "Produksjonsformat");
        code("format", file.pdfA() ? "RA-PDF" : extension(file.storedName()), null);
        element("mimeType", file.contentType());
        element("opprettetDato", time(entry.archivedAt()));
        element("opprettetAv", SYSTEM);
        element("filnavn", file.originalName());
        element("referanseDokumentfil", file.storedName());
        element("sjekksum", file.sha256());
        element("sjekksumAlgoritme", "SHA-256");
        element("filstoerrelse", Math.toIntExact(file.size()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void correspondent(ArchiveRecord.Kind kind, String name) throws XMLStreamException {
        boolean incoming = kind == ArchiveRecord.Kind.INCOMING;
        xml.writeStartElement(NAMESPACE, "korrespondansepart");
        code("korrespondanseparttype", incoming ? "EA" : "EM", incoming ? "Avsender" : "Mottaker");
        element("korrespondansepartNavn", name);
        element("erSkjermet", "true");
        element("erPersonnavn", "true");
        xml.writeEndElement();
    }

    private void screening(DocumentType.Screening screening) throws XMLStreamException {
        if (screening == DocumentType.Screening.NONE) {
            return;
        }
        xml.writeStartElement(NAMESPACE, "skjerming");
        code("tilgangsrestriksjon", "UO", "Unntatt offentlighet");
        element("skjermingshjemmel", screening.legalBasis());
        xml.writeEndElement();
    }

    private void externalKey(String name, String key) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
        catalogue("fagsystem", SYSTEM);
        catalogue("noekkel", key);
        xml.writeEndElement();
    }

    private void catalogueKey(String key) throws XMLStreamException {
        xml.writeStartElement("n5mdk", "referanseEksternNoekkel", CATALOGUE);
        catalogue("fagsystem", SYSTEM);
        catalogue("noekkel", key);
        xml.writeEndElement();
    }

    private void code(String name, String code, @Nullable String description) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
        catalogue("kode", code);
        if (description != null) {
            catalogue("beskrivelse", description);
        }
        xml.writeEndElement();
    }

    private void element(String name, int value) throws XMLStreamException {
        element(name, Integer.toString(value));
    }

    private void element(String name, String value) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
        xml.writeCharacters(printable(value));
        xml.writeEndElement();
    }

    private void catalogue(String name, String value) throws XMLStreamException {
        xml.writeStartElement("n5mdk", name, CATALOGUE);
        xml.writeCharacters(printable(value));
        xml.writeEndElement();
    }

    private static String time(Instant at) {
        return at.atZone(Norwegian.ZONE)
                .truncatedTo(ChronoUnit.SECONDS)
                .toOffsetDateTime()
                .format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "ukjent" : name.substring(dot + 1);
    }

    private static String printable(String value) {
        return value.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
