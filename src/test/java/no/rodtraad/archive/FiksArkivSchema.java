package no.rodtraad.archive;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** KS's own schemas of Fiks Arkiv V1, where they lie beside the project. */
final class FiksArkivSchema {

    private static final Path FILE = Path.of("../shared/schemas/fiks-arkiv-v1")
            .resolve("no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett.xsd");

    private FiksArkivSchema() {}

    static boolean isHere() {
        return Files.exists(FILE);
    }

    /** What the schema says against the message. */
    static Optional<String> complaint(String message) throws IOException, SAXException {
        Schema schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(FILE.toFile());
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(message)));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
