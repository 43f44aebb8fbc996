package no.rodtraad.process;

import java.util.List;
import java.util.Optional;

/** Which variant of the hiring a case follows. HR may choose another until the plan is set. */
public interface CaseVariants {

    /** Nothing for a case without a process, or one that began before there were variants. */
    Optional<Followed> of(CaseId caseId);

    /**
     * @param mayChange whether the plan is still to be set
     * @param choices what may be asked for instead, as in the start form that the case began with
     */
    record Followed(Choice variant, boolean mayChange, List<Choice> choices) {

        public boolean offers(String id) {
            return choices.stream().anyMatch(choice -> choice.id().equals(id));
        }
    }

    /**
     * @param id as in the decision table {@code variants}, or {@code byTable}
     * @param name what people call it
     */
    record Choice(String id, String name) {}
}
