package no.rodtraad.process;

/** A diagram, decision table or form that the engine does not take. */
class DeploymentRefused extends RuntimeException {

    DeploymentRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
