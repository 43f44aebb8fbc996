package no.rodtraad.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The messages of Fiks Arkiv V1 that are not {@code arkivmelding.xml}. */
final class FiksArkivXml {

    static final String CREATE = "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett";
    static final String FIND = "no.ks.fiks.arkiv.v1.innsyn.registrering.hent";

    private static final String QUESTION =
            "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/registrering/hent/v1";
    private static final String CATALOGUE =
            "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/metadatakatalog/v1";

    private FiksArkivXml() {}

    /**
     * What an archive says about a record.
     *
     * @param externalKey our key, where it repeats it
     * @param number what it calls the record; null where it has not taken it
     * @param problem why it has not taken it, in the archive's words; null where it has
     */
    record Said(
            @Nullable String externalKey,
            @Nullable String number,
            @Nullable String problem) {}

    /** {@code registreringHent}: asks for the entry with our key. */
    static byte[] question(String externalKey) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.setDefaultNamespace(QUESTION);
            xml.writeStartElement(QUESTION, "registreringHent");
            xml.writeDefaultNamespace(QUESTION);
            xml.writeNamespace("n5mdk", CATALOGUE);
            text(xml, QUESTION, "system", ArkivmeldingXml.SYSTEM);
            xml.writeStartElement(QUESTION, "referanseTilRegistrering");
            xml.writeStartElement("n5mdk", "referanseEksternNoekkel", CATALOGUE);
            text(xml, CATALOGUE, "fagsystem", ArkivmeldingXml.SYSTEM);
            text(xml, CATALOGUE, "noekkel", externalKey);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The question to the archive could not be written", e);
        }
        return out.toByteArray();
    }

    private static void text(XMLStreamWriter xml, String namespace, String name, String value)
            throws XMLStreamException {
        xml.writeStartElement(namespace, name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    /** {@code arkivmeldingKvittering}; empty where it says nothing about a record. */
    static Optional<Said> receipt(byte[] xml) {
        return root(xml).flatMap(root -> {
            Optional<Element> folder = child(root, "mappeKvittering");
            Optional<Said> refused = child(root, "registreringFeilet")
                    .or(() -> child(root, "mappeFeilet"))
                    .map(failure -> new Said(null, null, problem(failure)));
            return refused.or(() -> child(root, "registreringKvittering").map(entry -> taken(folder, entry)));
        });
    }

    /** {@code registreringHentResultat}; empty where it has no entry. */
    static Optional<Said> found(byte[] xml) {
        return root(xml)
                .flatMap(root -> child(root, "journalpost").or(() -> child(root, "registrering")))
                .map(entry -> taken(child(entry, "referanseForelderMappe"), entry));
    }

    /** {@code ugyldigforespoersel}, {@code serverfeil} and {@code ikkefunnet}: what the archive says itself; empty where nothing. */
    static Optional<String> problem(byte[] xml) {
        return root(xml).map(FiksArkivXml::problem).filter(words -> !words.isBlank());
    }

    private static String problem(Element failure) {
        String words = text(failure, "feilmelding").orElse("");
        return text(failure, "feilId")
                .map(id -> "%s (feil-ID %s)".formatted(words, id).strip())
                .orElse(words);
    }

    /** Case and number in it, such as {@code 2026/12-3}, where the archive gives both; else the best it gives. */
    private static Said taken(Optional<Element> folder, Element entry) {
        Optional<String> caseNumber = folder.flatMap(one -> text(one, "saksaar")
                .flatMap(year -> text(one, "sakssekvensnummer").map(sequence -> year + "/" + sequence))
                .or(() -> text(one, "mappeID")));
        Optional<String> inCase = caseNumber.flatMap(
                number -> text(entry, "journalpostnummer").map(entryNumber -> number + "-" + entryNumber));
        return new Said(
                child(entry, "referanseEksternNoekkel")
                        .flatMap(key -> text(key, "noekkel"))
                        .orElse(null),
                inCase.or(() -> text(entry, "registreringsID"))
                        .or(() -> text(entry, "systemID"))
                        .orElse(null),
                null);
    }

    private static Optional<Element> root(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var reader = factory.newDocumentBuilder();
            reader.setErrorHandler(null);
            return Optional.of(reader.parse(new ByteArrayInputStream(xml)).getDocumentElement());
        } catch (SAXException e) {
            return Optional.empty();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("XML cannot be read here", e);
        }
    }

    private static Optional<String> text(Element parent, String name) {
        return child(parent, name)
                .map(Element::getTextContent)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<Element> child(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> name.equals(element.getLocalName()))
                .findFirst();
    }
}
