package no.rodtraad.plan;

/** A plan that cannot be right. The message is a Norwegian sentence for the one who wrote it. */
public class PlanRefused extends RuntimeException {

    PlanRefused(String sentence) {
        super(sentence);
    }
}
