package no.rodtraad.messaging;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people write the texts of the catalogue for a case, a municipality or a region, and see them before they are used. */
@Service
public class TextBook {

    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_BODY = 10_000;
    private static final String EXAMPLE_LINK = "https://eksempel.example/soknad/…";

    private final MessageTemplates common;
    private final LayeredTexts texts;
    private final TextStore store;
    private final MergeFields fields;

    TextBook(MessageTemplates common, LayeredTexts texts, TextStore store, MergeFields fields) {
        this.common = common;
        this.texts = texts;
        this.store = store;
        this.fields = fields;
    }

    /**
     * A text that holds somewhere.
     *
     * @param from in Norwegian, where it comes from, e.g. «kommunen» or «felles tekst»
     * @param inMail whether the mail has all of it
     */
    public record Entry(String code, String subject, String body, String from, boolean inMail) {}

    /** @param text null where this version went back to the wider layer's text */
    public record PastVersion(int number, @Nullable String text, String writtenBy, Instant writtenAt) {}

    /** What a reader would see. */
    public record Preview(String subject, String text) {}

    /** All texts, as they hold in a municipality, or in one case of it. */
    public List<Entry> all(String tenantId, @Nullable CaseId caseId, Language language) {
        return common.codes().stream()
                .map(code -> entry(tenantId, caseId, code, language))
                .toList();
    }

    /** @throws IllegalArgumentException when there is no such code */
    public Entry entry(String tenantId, @Nullable CaseId caseId, String code, Language language) {
        LayeredTexts.Found found =
                caseId == null ? texts.get(tenantId, code, language) : texts.get(caseId, code, language);
        MessageTemplate template = found.template();
        return new Entry(
                code,
                template.subjectText(),
                template.bodyText(),
                found.layer() == null
                        ? "felles tekst"
                        : "egen tekst for " + found.layer().title(),
                common.mail(code) == MailForm.FULL);
    }

    public boolean has(String code) {
        return common.codes().contains(code);
    }

    /** The fields a text may use. */
    public Set<String> fieldsOf(String code) {
        return common.fieldsOf(code);
    }

    /** Newest first. */
    public List<PastVersion> history(TextPlace place, String code, Language language) {
        return store.history(place, code, language).stream()
                .map(version -> new PastVersion(
                        version.number(),
                        version.text() == null
                                ? null
                                : "Emne: " + version.text().subject() + "\n\n"
                                        + version.text().body(),
                        version.writtenBy(),
                        version.writtenAt()))
                .toList();
    }

    /** @throws TextRefused when it cannot be used; then nothing is changed */
    @Transactional
    public void write(
            TextPlace place,
            String tenantId,
            String code,
            Language language,
            String subject,
            String body,
            String user) {
        MessageTemplate template = checked(code, language, subject, body);
        store.add(
                place, tenantId, code, language, new TextStore.Text(template.subjectText(), template.bodyText()), user);
    }

    /** Lets the wider layer's text hold again. */
    @Transactional
    public void goBack(TextPlace place, String tenantId, String code, Language language, String user) {
        store.add(place, tenantId, code, language, null, user);
    }

    /**
     * With made-up people.
     *
     * @throws TextRefused when it cannot be used
     */
    public Preview preview(String code, Language language, String subject, String body) {
        return show(checked(code, language, subject, body), ExampleFields.ALL);
    }

    /**
     * With what is known about a candidate; what is not known yet is made up. Nothing is sent.
     *
     * @throws TextRefused when it cannot be used
     */
    public Preview preview(
            String code, Language language, String subject, String body, CaseId caseId, ApplicationId applicationId) {
        MessageTemplate template = checked(code, language, subject, body);
        Map<String, Object> known = fields.of(caseId, applicationId);
        Map<String, Object> values = new HashMap<>(ExampleFields.ALL);
        Set<String> choices = common.choicesOf(code);
        if (choices.stream().anyMatch(choice -> Boolean.TRUE.equals(known.get(choice)))) {
            values.keySet().removeAll(choices);
        }
        values.putAll(known);
        return show(template, values);
    }

    private static Preview show(MessageTemplate template, Map<String, Object> values) {
        MessageTemplate.Rendered rendered = template.render(values);
        return new Preview(rendered.subject(), MessageText.forMail(rendered.body(), EXAMPLE_LINK));
    }

    private MessageTemplate checked(String code, Language language, String subject, String body) {
        if (subject.isBlank() || body.isBlank()) {
            throw new TextRefused(code, "må ha både emne og innhold");
        }
        if (subject.length() > LONGEST_SUBJECT || body.length() > LONGEST_BODY) {
            throw new TextRefused(
                    code, "er for lang. Emnet kan ha %d tegn og innholdet %d".formatted(LONGEST_SUBJECT, LONGEST_BODY));
        }
        MessageTemplate template = common.parse(code, language, subject, body);
        Set<String> missing = new TreeSet<>(common.mustSay(code));
        missing.removeAll(template.namesInText());
        if (!missing.isEmpty()) {
            throw new TextRefused(code, "må ha med %s".formatted(MessageTemplate.inBraces(missing)));
        }
        template.tryOut(ExampleFields.ALL);
        return template;
    }
}
