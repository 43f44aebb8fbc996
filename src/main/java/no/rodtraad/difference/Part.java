package no.rodtraad.difference;

import java.util.Map;

/**
 * Something in a file that has an id: an element of a diagram, a row of a table, a field of a form.
 *
 * @param name what it is called in the middle of a sentence: «oppgaven «Skriv utlysningstekst»»
 * @param added what is said when it is new
 * @param facts what is said about it, by a key that stays when the words change
 * @param position where it is drawn, or empty
 * @param ordered which list it has its place in, or empty when the order says nothing
 */
record Part(String place, String name, String added, Map<String, Fact> facts, String position, String ordered) {

    /** The key of what a row says in a column begins with this, and goes on with the place of the column. */
    static final String CELL = "cell:";

    /**
     * @param name of what is said, as the texts know it; empty when only the file has a name for it
     * @param label as people read it, in the middle of a sentence: «fristen»
     * @param written as the file has it; this decides whether it differs
     * @param words as people read it; empty when there is nothing to say
     */
    record Fact(String name, String label, String written, String words) {

        /** What the texts have a label for, or else the file's own word for it. */
        static Fact named(String name, String written, String words) {
            return new Fact(name, Wording.label(name), written, words);
        }

        static Fact labelled(String label, String written, String words) {
            return new Fact("", label, written, words);
        }
    }
}
