package no.rodtraad.merging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.rodtraad.difference.Differences;
import no.rodtraad.difference.FileDifference;
import no.rodtraad.difference.FileDifference.Change;
import no.rodtraad.guardrail.XmlFile;
import no.rodtraad.guardrail.rules.Element;
import no.rodtraad.process.BaseFiles;
import no.rodtraad.process.DeploymentDraft;
import no.rodtraad.process.DeploymentRule;
import no.rodtraad.process.Finding;
import no.rodtraad.process.Finding.Severity;
import org.springframework.stereotype.Component;

/** Advises those who change a base diagram elsewhere than at its extension points. */
@Component
class ExtensionPointRule implements DeploymentRule {

    private static final String CODE = "F01";

    private final BaseFiles bases;
    private final Differences differences;

    ExtensionPointRule(BaseFiles bases, Differences differences) {
        this.bases = bases;
        this.differences = differences;
    }

    @Override
    public List<Finding> check(DeploymentDraft draft) {
        Map<String, String> before = new HashMap<>(bases.base(draft.tenantId()));
        bases.own(draft.tenantId()).forEach(own -> {
            if (own.madeFrom() != null) {
                before.put(own.name(), own.madeFrom().text());
            }
        });
        return draft.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .filter(file ->
                        before.containsKey(file.getKey()) && !file.getValue().equals(before.get(file.getKey())))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(file -> advice(file.getKey(), before.getOrDefault(file.getKey(), ""), file.getValue()))
                .toList();
    }

    private Stream<Finding> advice(String file, String base, String own) {
        List<Change> changes = differences.between(Map.of(file, base), Map.of(file, own)).stream()
                .map(FileDifference::changes)
                .flatMap(List::stream)
                .toList();
        try {
            Element before = XmlFile.read(base);
            ExtensionPoints points = new ExtensionPoints(before);
            return points.outside(before, XmlFile.read(own), changes).stream()
                    .map(change -> finding(file, change, points));
        } catch (XmlFile.Unreadable e) {
            // other rules refuse what cannot be read
            return Stream.empty();
        }
    }

    private static Finding finding(String file, Change change, ExtensionPoints points) {
        String mend = points.names().isEmpty()
                ? "Trenger dere endringen, kan den stå."
                : "Trenger dere endringen her, kan den stå. Ellers passer den best ved «%s»."
                        .formatted(String.join("», «", points.names()));
        return new Finding(
                CODE,
                Severity.WARNING,
                file,
                change.place(),
                0,
                0,
                "%s: Endringen står ikke ved et utvidelsespunkt.".formatted(change.title()),
                "Når grunnvarianten endres, må dere flette for hånd.",
                mend);
    }
}
