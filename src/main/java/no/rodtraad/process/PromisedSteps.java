package no.rodtraad.process;

import java.util.Map;

/** Which steps of a diagram a promise to the candidates, or a demand of the law, rests on. */
public interface PromisedSteps {

    /**
     * @param diagram the text of a BPMN file
     * @return id of each such step to the number of the rule, for example {@code G03}
     */
    Map<String, String> of(String diagram);
}
