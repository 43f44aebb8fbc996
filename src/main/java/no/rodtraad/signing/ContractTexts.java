package no.rodtraad.signing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a municipality usually agrees with its employees. Shown in the form for HR to check, so that nothing becomes part of
 * a contract unread. Check against Lovdata and the collective agreement before use.
 */
@ConfigurationProperties("rodtraad.contract")
record ContractTexts(
        @DefaultValue(
                "Etter prøvetiden er oppsigelsestiden tre måneder for begge parter. I prøvetiden er den 14 dager. En oppsigelse skal være skriftlig.")
        String noticePeriod,

        @DefaultValue(
                "Framgangsmåten når arbeidsforholdet opphører, følger arbeidsmiljøloven kapittel 15. Arbeidsgiver drøfter saken med arbeidstakeren og de tillitsvalgte før en beslutning om oppsigelse.")
        String termination,

        @DefaultValue("6") int probationMonths,

        @DefaultValue(
                "Ferie og feriepenger følger ferieloven og tariffavtalen. Ferietiden fastsettes etter drøfting med arbeidstakeren. Annet fravær med lønn følger tariffavtalen og kommunens permisjonsreglement.")
        String holiday,

        @DefaultValue(
                "Lønnen utbetales til oppgitt konto en gang i måneden. Tillegg for kveld, natt, helg og overtid følger tariffavtalen og kommer i tillegg til lønnen.")
        String salary,

        @DefaultValue(
                "Tjenestepensjon etter tariffavtalen i kommunens pensjonsordning. Arbeidsgiver betaler inn til pensjonsordningen, yrkesskadeforsikring og gruppelivsforsikring.")
        String pension,

        @DefaultValue(
                "Hovedavtalen og Hovedtariffavtalen for kommunene, mellom KS og arbeidstakerorganisasjonene, og kommunens særavtaler.")
        String collectiveAgreement,

        @DefaultValue(
                "Kompetanseutvikling etter kommunens kompetanseplan og tariffavtalen. Nødvendig opplæring er arbeidstid.")
        String training,

        @DefaultValue("Pauser følger arbeidsmiljøloven § 10-9, tariffavtalen og arbeidsplanen.")
        String breaks,

        @DefaultValue(
                "Arbeidstidens plassering framgår av arbeidsplanen. Endring av vakter og arbeid ut over avtalt arbeidstid, med betaling for det, følger arbeidsmiljøloven kapittel 10 og tariffavtalen.")
        String workingTimeArrangement) {}
