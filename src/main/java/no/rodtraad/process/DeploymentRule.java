package no.rodtraad.process;

import java.util.List;

/** Judges what is about to be deployed. Every bean is asked; what was deployed before is never judged again. */
public interface DeploymentRule {

    /** @return what is wrong; empty when all is well. One error refuses the whole deployment. */
    List<Finding> check(DeploymentDraft draft);
}
