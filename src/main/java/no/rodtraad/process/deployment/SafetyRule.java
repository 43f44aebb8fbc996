package no.rodtraad.process.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Objects;
import no.rodtraad.process.BuildingBlocks;
import no.rodtraad.process.DeploymentDraft;
import no.rodtraad.process.DeploymentRule;
import no.rodtraad.process.Finding;
import org.springframework.stereotype.Component;

/** Whoever may deploy must not be able to run code: files may say what the three grammars know, and nothing else. */
@Component
class SafetyRule implements DeploymentRule {

    private final BuildingBlocks blocks;
    private final FeelGrammar feel = new FeelGrammar();

    SafetyRule(BuildingBlocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public List<Finding> check(DeploymentDraft draft) {
        return draft.changed().stream()
                .sorted()
                .flatMap(
                        name -> check(name, Objects.requireNonNull(draft.files().get(name))).stream())
                .toList();
    }

    private List<Finding> check(String name, String text) {
        try {
            return switch (FileKind.of(name).orElseThrow(() -> new Unreadable(Faults.kind(name)))) {
                case DIAGRAM -> DiagramGrammar.check(name, XmlTree.read(name, text), blocks);
                case TABLE -> TableGrammar.check(name, XmlTree.read(name, text), feel);
                case FORM -> FormGrammar.check(name, text, feel);
            };
        } catch (Unreadable e) {
            return List.of(e.finding());
        } catch (JsonProcessingException e) {
            return List.of(Faults.unreadable(name, e));
        }
    }
}
