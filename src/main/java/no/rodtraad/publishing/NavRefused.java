package no.rodtraad.publishing;

/** NAV did not take the advert. The message can stand in Cockpit: what NAV quotes from the advert is left out. */
final class NavRefused extends RuntimeException {

    private static final int LONGEST = 200;

    NavRefused(String sentence) {
        super(sentence);
    }

    /** @param said NAV's own words */
    static NavRefused because(String what, String said) {
        String unquoted = said.replaceAll("\"[^\"]*\"|'[^']*'|\\S+@\\S+", "…").strip();
        return new NavRefused("%s %s"
                .formatted(what, unquoted.substring(0, Math.min(unquoted.length(), LONGEST)))
                .strip());
    }
}
