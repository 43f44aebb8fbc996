package no.rodtraad.process.deployment;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.Parser;
import org.xml.sax.SAXParseException;

/** Reads XML as the engine does, without document types, entities or anything from elsewhere. */
final class XmlTree extends Parse {

    private static final int DEEPEST = 60;

    private XmlTree(Parser parser) {
        super(parser);
    }

    /** @throws Unreadable with the place, when it is no XML, declares a document type, or is nested beyond sense */
    static Element read(String name, String text) throws Unreadable {
        try {
            Parse parse = new WithNamespaces()
                    .createParse()
                    .name(name)
                    .sourceInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .execute();
            if (parse.hasErrors()) {
                parse.throwExceptionForErrors();
            }
            if (isTooDeep(parse.getRootElement())) {
                throw new Unreadable(Faults.unreadable(name, 0, 0));
            }
            return parse.getRootElement();
        } catch (ProcessEngineException e) {
            throw e.getCause() instanceof SAXParseException fault
                    ? new Unreadable(Faults.unreadable(name, fault.getLineNumber(), fault.getColumnNumber()))
                    : new Unreadable(Faults.unreadable(name, 0, 0));
        }
    }

    private static boolean isTooDeep(Element root) {
        Deque<Map.Entry<Element, Integer>> left = new ArrayDeque<>();
        left.add(Map.entry(root, 1));
        while (!left.isEmpty()) {
            Map.Entry<Element, Integer> next = left.remove();
            if (next.getValue() > DEEPEST) {
                return true;
            }
            next.getKey().elements().forEach(child -> left.add(Map.entry(child, next.getValue() + 1)));
        }
        return false;
    }

    private static final class WithNamespaces extends Parser {

        @Override
        public Parse createParse() {
            return new XmlTree(this);
        }

        @Override
        public Boolean isEnableXxeProcessing() {
            return false;
        }

        @Override
        protected SAXParser getSaxParser() throws Exception {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            setXxeProcessing(factory);
            return factory.newSAXParser();
        }
    }
}
