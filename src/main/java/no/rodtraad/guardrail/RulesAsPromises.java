package no.rodtraad.guardrail;

import java.util.Map;
import no.rodtraad.guardrail.rules.Promised;
import no.rodtraad.process.PromisedSteps;
import org.springframework.stereotype.Component;

/** What the rules would refuse a diagram for lacking must not be skipped by a case either. */
@Component
class RulesAsPromises implements PromisedSteps {

    @Override
    public Map<String, String> of(String diagram) {
        return Promised.in(XmlFile.read(diagram));
    }
}
