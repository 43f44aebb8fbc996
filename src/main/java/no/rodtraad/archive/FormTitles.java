package no.rodtraad.archive;

import java.util.Map;

/** What the steps behind the records are called. */
final class FormTitles {

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("report-need", "Behov meldt"),
            Map.entry("assess-need", "Behovet vurdert"),
            Map.entry("clarify-preference-rights", "Fortrinnsrett avklart"),
            Map.entry("discuss-with-union", "Drøftet med tillitsvalgt"),
            Map.entry("check-temporary-basis", "Grunnlaget for midlertidig ansettelse kontrollert"),
            Map.entry("approve-position", "Stillingen behandlet"),
            Map.entry("check-staffing-wheel", "Årshjulet sjekket"),
            Map.entry("gather-teacher-posts", "Stillingene samlet"),
            Map.entry("clarify-rotation", "Turnus og heltid avklart"),
            Map.entry("cover-roles", "Rollene fordelt"),
            Map.entry("arrange-manual-work", "Manuelt arbeid klargjort"),
            Map.entry("check-authorisation", "Autorisasjon sjekket"),
            Map.entry("plan-two-rounds", "To runder og test lagt opp"),
            Map.entry("interpret-test", "Test og andre runde gjennomgått"),
            Map.entry("give-user-view", "Brukernes inntrykk"),
            Map.entry("prepare-board-case", "Saksframlegg"),
            Map.entry("set-up-plan", "Plan og tidslinje"),
            Map.entry("write-advert", "Utlysningstekst"),
            Map.entry("choose-channels", "Kanaler"),
            Map.entry("decide-few-applicants", "Videre utlysning"),
            Map.entry("assess-list-exemption", "Unntak fra søkerlisten vurdert"),
            Map.entry("declare-impartiality", "Habilitet erklært"),
            Map.entry("screen-applications", "Søknadene vurdert"),
            Map.entry("confirm-interview-list", "Intervjulisten bekreftet"),
            Map.entry("hold-interview", "Intervju"),
            Map.entry("second-interview", "Andregangsintervju"),
            Map.entry("check-references", "Referanser innhentet"),
            Map.entry("hear-candidate", "Kandidaten hørt"),
            Map.entry("write-recommendation", "Innstilling"),
            Map.entry("union-statement", "Uttalelse"),
            Map.entry("decide-appointment", "Vedtak"),
            Map.entry("set-salary", "Lønn fastsatt"),
            Map.entry("make-offer", "Tilbud gitt"),
            Map.entry("call-with-answer", "Svaret gitt personlig"),
            Map.entry("close-advert-part", "Utlysningen lukket"),
            Map.entry("assign-buddy", "Fadder og plan for oppstart"),
            Map.entry("probation-talk-0", "Oppstartssamtale"),
            Map.entry("probation-talk-1", "Prøvetidssamtale 1"),
            Map.entry("probation-talk-2", "Prøvetidssamtale 2"),
            Map.entry("probation-talk-3", "Prøvetidssamtale 3"),
            Map.entry("decide-probation", "Prøvetiden avgjort"),
            Map.entry("extend-probation", "Prøvetiden forlenget"),
            Map.entry("end-employment", "Arbeidsforholdet avsluttet"));

    private FormTitles() {}

    static String of(String formKey) {
        return TITLES.getOrDefault(formKey, "Svar i skjema");
    }
}
