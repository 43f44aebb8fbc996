package no.rodtraad.messaging;

/** A merge field that is words: the same in both written forms of Norwegian. */
public record Wording(String bokmaal, String nynorsk) {

    public String in(Language language) {
        return language == Language.NN ? nynorsk : bokmaal;
    }
}
