package no.rodtraad.merging;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Whether a merged file hangs together: everything is there once, and what it points at is there. */
final class Soundness {

    private static final Pattern IDS = Pattern.compile("<[^>]*\\sid=\"([^\"]*)\"");
    private static final Pattern POINTERS = Pattern.compile(
            "(?:\\s(?:sourceRef|targetRef|attachedToRef|default|bpmnElement)=\"|<bpmn:(?:incoming|outgoing)>)([^\"<]*)");
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Soundness() {}

    static boolean of(String name, String text) {
        return name.endsWith(".form") ? isSoundForm(text) : isSoundXml(text);
    }

    private static boolean isSoundXml(String text) {
        List<String> ids =
                IDS.matcher(text).results().map(found -> found.group(1)).toList();
        Set<String> once = new HashSet<>(ids);
        return once.size() == ids.size()
                && POINTERS.matcher(text)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .allMatch(once::contains);
    }

    private static boolean isSoundForm(String text) {
        try {
            Set<String> once = new HashSet<>();
            return STRICT.readTree(text).findValuesAsText("id").stream().allMatch(once::add);
        } catch (JsonProcessingException e) {
            // the text says so itself, and is then merged by hand
            return false;
        }
    }
}
