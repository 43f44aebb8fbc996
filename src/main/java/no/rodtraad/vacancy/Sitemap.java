package no.rodtraad.vacancy;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;

/** The addresses search engines shall know, see <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a>. */
final class Sitemap {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private Sitemap() {}

    /** UTF-8. */
    static byte[] of(List<Vacancy> open, PublicAddresses addresses) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace(NAMESPACE);
            url(xml, addresses.of("/"), null);
            for (Vacancy vacancy : open) {
                url(xml, addresses.of(vacancy), lastChanged(vacancy));
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Could not write the sitemap", e);
        }
        return bytes.toByteArray();
    }

    private static @Nullable String lastChanged(Vacancy vacancy) {
        return vacancy.newsAt() == null
                ? null
                : OsloTime.dayOf(vacancy.newsAt()).toString();
    }

    private static void url(XMLStreamWriter xml, String address, @Nullable String lastChanged)
            throws XMLStreamException {
        xml.writeStartElement("url");
        element(xml, "loc", address);
        if (lastChanged != null) {
            element(xml, "lastmod", lastChanged);
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
