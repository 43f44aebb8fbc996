package no.rodtraad.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The message that a record was kept with, read back from the folder, so that what is sent later is what was kept.
 *
 * @param entryType {@code I}, {@code U}, or null for a note
 * @param legalBasis why the public may not read it; null where the public may
 */
record Arkivmelding(
        Folder folder,
        String key,
        String title,
        String publicTitle,
        String description,
        String documentDate,
        @Nullable String entryType,
        @Nullable String legalBasis,
        @Nullable Correspondent correspondent,
        List<Document> documents) {

    record Folder(String key, String title, String publicTitle, boolean personnel) {}

    /** @param type {@code EA} or {@code EM} (sender, receiver) */
    record Correspondent(String type, String name) {}

    /** @param file its name in the record's folder */
    record Document(
            int number,
            String title,
            String role,
            String variant,
            String format,
            String contentType,
            String fileName,
            String file,
            String sha256,
            int size) {}

    static Arkivmelding read(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            Element root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
            return read(child(root, "mappe"), child(root, "registrering"));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("An archived message cannot be read", e);
        }
    }

    private static Arkivmelding read(Element folder, Element entry) {
        Element screening = find(entry, "skjerming");
        Element correspondent = find(entry, "korrespondansepart");
        Element type = find(entry, "journalposttype");
        return new Arkivmelding(
                new Folder(
                        text(child(folder, "referanseEksternNoekkel"), "noekkel"),
                        text(folder, "tittel"),
                        text(folder, "offentligTittel"),
                        text(child(folder, "mappetype"), "kode").equals("PERSONAL")),
                text(child(entry, "referanseEksternNoekkel"), "noekkel"),
                text(entry, "tittel"),
                text(entry, "offentligTittel"),
                text(entry, "beskrivelse"),
                text(entry, "dokumentetsDato"),
                type == null ? null : text(type, "kode"),
                screening == null ? null : text(screening, "skjermingshjemmel"),
                correspondent == null
                        ? null
                        : new Correspondent(
                                text(child(correspondent, "korrespondanseparttype"), "kode"),
                                text(correspondent, "korrespondansepartNavn")),
                children(entry, "dokumentbeskrivelse").stream()
                        .map(Arkivmelding::document)
                        .toList());
    }

    private static Document document(Element document) {
        Element object = child(document, "dokumentobjekt");
        return new Document(
                Integer.parseInt(text(document, "dokumentnummer")),
                text(document, "tittel"),
                text(child(document, "tilknyttetRegistreringSom"), "kode"),
                text(child(object, "variantformat"), "kode"),
                text(child(object, "format"), "kode"),
                text(object, "mimeType"),
                text(object, "filnavn"),
                text(object, "referanseDokumentfil"),
                text(object, "sjekksum"),
                Integer.parseInt(text(object, "filstoerrelse")));
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent();
    }

    private static Element child(Element parent, String name) {
        Element found = find(parent, name);
        if (found == null) {
            throw new IllegalStateException("An archived message lacks «%s»".formatted(name));
        }
        return found;
    }

    private static @Nullable Element find(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> name.equals(element.getLocalName()))
                .toList();
    }
}
