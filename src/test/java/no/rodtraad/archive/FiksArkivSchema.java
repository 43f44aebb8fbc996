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

    private static final Path FOLDER = Path.of("../shared/schemas/fiks-arkiv-v1");
    private static final String MESSAGE = "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett";

    private FiksArkivSchema() {}

    static boolean isHere() {
        return Files.exists(FOLDER);
    }

    /** What the schema says against the message that a record is sent with. */
    static Optional<String> complaint(String message) throws IOException, SAXException {
        return complaint(MESSAGE, message);
    }

    /** What the schema of that type says against the message. */
    static Optional<String> complaint(String type, String message) throws IOException, SAXException {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(FOLDER.resolve(type + ".xsd").toFile());
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(message)));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
