package no.rodtraad.guardrail;

import java.io.StringReader;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.rodtraad.guardrail.rules.Element;
import no.rodtraad.guardrail.rules.ElementBuilder;
import org.jspecify.annotations.Nullable;

/** Reads a diagram or a table for the rules. Nothing outside the file is ever fetched. */
public final class XmlFile {

    /** Far deeper than any diagram; deeper is an attack on whoever reads it. */
    private static final int DEEPEST = 200;

    private XmlFile() {}

    /** @throws Unreadable saying where the file is broken */
    public static Element read(String text) {
        ElementBuilder builder = new ElementBuilder();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw new Unreadable(reader.getLocation());
                        }
                        open(reader, builder);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> builder.text(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        builder.close();
                    }
                    case XMLStreamConstants.DTD -> throw new Unreadable(reader.getLocation());
                    default -> {
                        // comments and the like say nothing
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new Unreadable(e.getLocation());
        }
        return builder.root();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static void open(XMLStreamReader reader, ElementBuilder builder) {
        Location place = reader.getLocation();
        builder.open(
                namespace(reader.getNamespaceURI()),
                reader.getLocalName(),
                place.getLineNumber(),
                place.getColumnNumber());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            builder.attribute(
                    namespace(reader.getAttributeNamespace(i)),
                    reader.getAttributeLocalName(i),
                    reader.getAttributeValue(i));
        }
    }

    private static String namespace(@Nullable String uri) {
        return uri == null ? "" : uri;
    }

    /** A file that is no XML, or holds what a diagram never does. */
    public static final class Unreadable extends RuntimeException {

        static final String SENTENCE = "Filen kan ikke leses som et diagram eller en tabell.";

        private final int line;

        private Unreadable(@Nullable Location place) {
            super(SENTENCE);
            line = place == null ? 0 : Math.max(place.getLineNumber(), 0);
        }

        /** From 1; 0 when unknown. */
        int line() {
            return line;
        }
    }
}
