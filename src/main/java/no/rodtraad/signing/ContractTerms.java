package no.rodtraad.signing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.archive.Applicants;
import no.rodtraad.document.Norwegian;
import no.rodtraad.hiring.CaseAnswers;
import no.rodtraad.hiring.CaseAnswers.Submission;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import org.springframework.stereotype.Component;

/**
 * Collects what an employment contract must say from what people have answered in the case. The items follow aml. § 14-6
 * first paragraph as it has been since 1 July 2024; check against Lovdata before use.
 */
@Component
class ContractTerms {

    static final String REVIEW_FORM = "review-contract";
    private static final String OFFER_FORM = "make-offer";

    private final CaseAnswers answers;
    private final HiringCases cases;
    private final Applicants applicants;
    private final Municipalities municipalities;
    private final ContractTexts texts;
    private final Norwegian nb = new Norwegian();

    ContractTerms(
            CaseAnswers answers,
            HiringCases cases,
            Applicants applicants,
            Municipalities municipalities,
            ContractTexts texts) {
        this.answers = answers;
        this.cases = cases;
        this.applicants = applicants;
        this.municipalities = municipalities;
        this.texts = texts;
    }

    /** What HR wrote the last time the contract of this offer was checked, over what is usual. */
    Map<String, Object> reviewFields(CaseId caseId, ApplicationId applicationId) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("salaryText", texts.salary());
        fields.put("noticePeriod", texts.noticePeriod());
        fields.put("probationMonths", texts.probationMonths());
        fields.put("holidayText", texts.holiday());
        fields.put("pensionText", texts.pension());
        fields.put("collectiveAgreement", texts.collectiveAgreement());
        fields.put("trainingRight", texts.training());
        Optional<Submission> offer = submission(caseId, applicationId, OFFER_FORM);
        submission(caseId, applicationId, REVIEW_FORM)
                .filter(review -> offer.map(given -> !review.submittedAt().isBefore(given.submittedAt()))
                        .orElse(true))
                .ifPresent(review -> fields.putAll(values(review)));
        return fields;
    }

    Terms of(CaseId caseId, ApplicationId applicationId) {
        return of(caseId, applicationId, reviewFields(caseId, applicationId));
    }

    /** @param review the fields of the form {@code review-contract} */
    Terms of(CaseId caseId, ApplicationId applicationId, Map<String, Object> review) {
        HiringCase hiring = cases.get(caseId);
        Map<String, Object> offer = values(caseId, applicationId, OFFER_FORM);
        Map<String, Object> salary = values(caseId, applicationId, "set-salary");
        Map<String, Object> advert = values(caseId, applicationId, "write-advert");
        Map<String, Object> need = values(caseId, applicationId, "report-need");
        Municipalities.Municipality municipality = municipalities.get(caseId.tenantId());
        Optional<String> employee = applicants.nameOf(applicationId);
        String position = text(advert, "title").orElse(hiring.title());
        String workplace = text(advert, "workplace").orElse(hiring.workplace());

        List<Terms.Item> items = new ArrayList<>();
        items.add(item(
                "a",
                "Partene",
                employee.map(name -> "Arbeidsgiver: %s, organisasjonsnummer %s, %s\nArbeidstaker: %s"
                        .formatted(
                                municipality.name(), municipality.organisationNumber(), municipality.address(), name)),
                "navnet på kandidaten mangler i søknaden"));
        items.add(item(
                "b",
                "Arbeidsplassen",
                text(review, "workplaceAddress").map(address -> workplace + ", " + address),
                reviewField("Arbeidssted med adresse")));
        items.add(item("c", "Stillingen", Optional.of(position), "stillingstittelen mangler"));
        items.add(item(
                "d",
                "Når arbeidsforholdet begynner",
                date(offer, "firstDay").map(nb::date),
                "fyll ut «Første arbeidsdag» i skjemaet «Ring og gi tilbud»"));
        items.add(duration(advert, need));
        items.add(probation(review));
        items.add(item(
                "g",
                "Ferie og annet fravær med lønn",
                text(review, "holidayText"),
                reviewField("Ferie og feriepenger")));
        items.add(item(
                "h",
                "Oppsigelse og framgangsmåte ved opphør",
                text(review, "noticePeriod").map(notice -> notice + "\n" + texts.termination()),
                reviewField("Oppsigelsestid")));
        items.add(pay(offer, salary, review));
        items.add(workingTime(offer, review));
        items.add(item("k", "Pauser", filled(texts.breaks()), "sett rodtraad.contract.breaks i oppsettet"));
        items.add(item(
                "l",
                "Arbeidstidsordning, vakter og overtid",
                filled(texts.workingTimeArrangement()),
                "sett rodtraad.contract.working-time-arrangement i oppsettet"));
        items.add(item("m", "Tariffavtaler", text(review, "collectiveAgreement"), reviewField("Tariffavtale")));
        items.add(item(
                "n",
                "Kompetanseutvikling",
                text(review, "trainingRight"),
                reviewField("Rett til kompetanseutvikling")));
        items.add(item(
                "o",
                "Pensjon og andre sosiale ytelser",
                text(review, "pensionText"),
                reviewField("Pensjon og andre ytelser")));
        items.add(item("p", "Innleie", Optional.of("Ikke aktuelt. Arbeidstakeren leies ikke ut."), ""));
        text(offer, "terms")
                .ifPresent(terms -> items.add(item("–", "Andre vilkår i tilbudet", Optional.of(terms), "")));
        return new Terms(municipality.name(), employee.orElse("MANGLER"), position, List.copyOf(items));
    }

    private Terms.Item duration(Map<String, Object> advert, Map<String, Object> need) {
        String title = "Varighet og grunnlag";
        String type = text(advert, "employmentType")
                .orElse(Boolean.TRUE.equals(need.get("temporary")) ? "temporary" : "permanent");
        if (type.equals("permanent")) {
            return item("e", title, Optional.of("Fast ansettelse."), "");
        }
        String kind = type.equals("substitute") ? "Vikariat" : "Midlertidig ansettelse";
        Optional<String> text = text(need, "temporaryReason")
                .flatMap(reason -> date(need, "temporaryUntil")
                        .map(until -> "%s til og med %s.\nGrunnlag (arbeidsmiljøloven § 14-9): %s"
                                .formatted(kind, nb.date(until), reason)));
        return item(
                "e", title, text, "fyll ut «Grunnlag for midlertidig ansettelse» og sluttdato i skjemaet «Meld behov»");
    }

    private Terms.Item probation(Map<String, Object> review) {
        Optional<String> text = number(review, "probationMonths")
                .map(months -> months.signum() == 0
                        ? "Det er ikke avtalt prøvetid."
                        : "Prøvetid: %s måneder fra første arbeidsdag. Arbeidsgiver kan forlenge prøvetiden like lenge som arbeidstakeren har vært fraværende, når fraværet ikke skyldes arbeidsgiver og arbeidstakeren får skriftlig beskjed før prøvetiden er ute (arbeidsmiljøloven § 15-6)."
                                .formatted(plain(months)));
        return item("f", "Prøvetid", text, reviewField("Prøvetid"));
    }

    private Terms.Item pay(Map<String, Object> offer, Map<String, Object> salary, Map<String, Object> review) {
        Optional<BigDecimal> amount = number(offer, "salaryNok").or(() -> number(salary, "salaryNok"));
        Optional<String> text = amount.flatMap(nok -> text(review, "salaryText")
                .map(details -> "Årslønn i 100 %% stilling: %s kroner.\n%s".formatted(nb.number(nok), details)));
        return item(
                "i",
                "Lønn, tillegg og utbetaling",
                text,
                amount.isEmpty()
                        ? "fyll ut «Årslønn i 100 % stilling» i skjemaet «Ring og gi tilbud»"
                        : reviewField("Lønn, tillegg og utbetaling"));
    }

    private Terms.Item workingTime(Map<String, Object> offer, Map<String, Object> review) {
        Optional<BigDecimal> extent = number(offer, "extentPercent");
        Optional<String> text = extent.flatMap(percent -> number(review, "weeklyHours")
                .map(hours -> "Stillingsstørrelse: %s %%. Avtalt arbeidstid er i gjennomsnitt %s timer per uke."
                        .formatted(plain(percent), plain(hours))));
        return item(
                "j",
                "Arbeidstid",
                text,
                extent.isEmpty()
                        ? "fyll ut «Stillingsstørrelse» i skjemaet «Ring og gi tilbud»"
                        : reviewField("Timer per uke i gjennomsnitt"));
    }

    private static Terms.Item item(String letter, String title, Optional<String> text, String missing) {
        return new Terms.Item(
                letter, title, text.orElse(""), text.isPresent() ? Optional.empty() : Optional.of(missing));
    }

    private static String reviewField(String label) {
        return "fyll ut feltet «%s» i skjemaet «Kontroller arbeidsavtalen»".formatted(label);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private Map<String, Object> values(CaseId caseId, ApplicationId applicationId, String form) {
        return submission(caseId, applicationId, form)
                .map(ContractTerms::values)
                .orElse(Map.of());
    }

    private Optional<Submission> submission(CaseId caseId, ApplicationId applicationId, String form) {
        return answers.newest(caseId, applicationId, form).or(() -> answers.newest(caseId, null, form));
    }

    private static Map<String, Object> values(Submission submission) {
        Map<String, Object> values = new HashMap<>();
        submission.answers().forEach(answer -> values.put(answer.fieldKey(), answer.value()));
        return values;
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(value -> !value.isBlank());
    }

    private static Optional<String> text(Map<String, Object> values, String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString).filter(value -> !value.isBlank());
    }

    private static Optional<LocalDate> date(Map<String, Object> values, String key) {
        return text(values, key).map(LocalDate::parse);
    }

    private static Optional<BigDecimal> number(Map<String, Object> values, String key) {
        return text(values, key).map(BigDecimal::new);
    }
}
