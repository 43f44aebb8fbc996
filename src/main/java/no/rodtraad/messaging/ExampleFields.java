package no.rodtraad.messaging;

import java.util.List;
import java.util.Map;

/** A value for every field that texts may use, about people who do not exist. */
final class ExampleFields {

    static final Map<String, Object> ALL = Map.ofEntries(
            Map.entry("recipientName", "Kari Nordmann"),
            Map.entry("recipientEmail", "kari.nordmann@example.no"),
            Map.entry("applicantFirstName", "Kari"),
            Map.entry("vacancyTitle", "Lærer på mellomtrinnet"),
            Map.entry("workplace", "Solåsen skole"),
            Map.entry("municipalityName", "Eksempelvik kommune"),
            Map.entry("applicationDeadline", "1. mars 2026"),
            Map.entry("contactName", "Åse Øvrebø"),
            Map.entry("contactPhone", "55 00 12 34"),
            Map.entry("contactEmail", "ase.ovrebo@example.no"),
            Map.entry("vacancyUrl", "https://jobb.example.no/stillinger/larer"),
            Map.entry("applicantCount", 12),
            Map.entry("exemptionGranted", true),
            Map.entry("exemptionAssessment", "Arbeidsgiveren din vet ikke at du søker, og stillingen er ikke ledende."),
            Map.entry("interviewAt", "tirsdag 10. mars 2026 kl. 10.00"),
            Map.entry("interviewPlace", "Rådhuset, møterom Fjorden"),
            Map.entry("interviewThemes", "Klasseledelse og samarbeid med foresatte"),
            Map.entry("panelMembers", "Åse Øvrebø (rektor) og Per Hansen (tillitsvalgt)"),
            Map.entry("offerSalary", "612 300 kroner i året"),
            Map.entry("offerExtent", "100 prosent"),
            Map.entry("offerFirstDay", "1. august 2026"),
            Map.entry("offerTerms", "Lønnsansiennitet: 4 år"),
            Map.entry("offerAnswerBy", "27. mars 2026"),
            Map.entry("referenceNames", "Ola Berg og Liv Dahl"),
            Map.entry("negativeFactsText", "Referansen sier at du ofte kom for sent."),
            Map.entry("feedbackText", "Du forklarte godt hvordan du bygger tillit.\n\nEn annen hadde lengre praksis."),
            Map.entry("firstDay", "1. august 2026"),
            Map.entry("buddyName", "Nils Lie"),
            Map.entry("appointedName", "Siri Moen"),
            Map.entry("cancelReason", "skolen får færre klasser"),
            Map.entry("nextMessageBy", "16. mars 2026"),
            Map.entry("outcomeHired", false),
            Map.entry("outcomeRejected", true),
            Map.entry("outcomeDeclined", false),
            Map.entry("outcomeWithdrawn", false),
            Map.entry("outcomeCancelled", false),
            Map.entry("policeCertificate", true),
            Map.entry("delayed", true),
            Map.entry("stillInProgress", false),
            Map.entry("delayedPart", "intervjuene"),
            Map.entry("expectedBy", "9. mars 2026"),
            Map.entry("poolReason", "du har bedt oss si fra om stillinger i skole og barnehage"),
            Map.entry("signingCode", "482913"),
            Map.entry("consentUntil", "1. mars 2027"),
            Map.entry("surveyName", "Å søke jobb hos oss"),
            Map.entry("answerWanted", true),
            Map.entry("otherVacancyTitle", "Lærer på ungdomstrinnet"),
            Map.entry("otherVacancyUrl", "https://jobb.example.no/stillinger/ungdomstrinnet"),
            Map.entry(
                    "datesAhead",
                    List.of(
                            Map.of("what", "Søknadsfrist", "when", "1. mars 2026"),
                            Map.of("what", "Intervju fra", "when", "10. mars 2026"))));

    private ExampleFields() {}
}
