package no.rodtraad.survey;

import java.util.List;

/**
 * The questions of a survey in one language.
 *
 * @param name what the survey is called in the invitation, e.g. «Å søke hos oss»
 * @param title heading of the page
 * @param lead one sentence under it
 * @param statements what one agrees or disagrees with, at least one
 * @param text the question one answers in one's own words
 */
record Questionnaire(String name, String title, String lead, List<Statement> statements, String text) {

    Questionnaire {
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("A survey needs a statement");
        }
        statements = List.copyOf(statements);
    }

    /** @param id stays the same when the wording changes, so that answers are counted together */
    record Statement(String id, String text) {}
}
