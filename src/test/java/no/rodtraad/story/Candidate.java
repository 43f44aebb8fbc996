package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A candidate with a browser without JavaScript, and a mailbox. */
final class Candidate {

    private static final String PHONE = "900 00 000";
    private static final String EDUCATION = "Bachelor i barnehagelærerutdanning, Høgskolen i Prøvedal, 2014.";
    private static final String EXPERIENCE = "Åtte år som barnehagelærer, de tre siste som pedagogisk leder.";
    private static final String LETTER =
            "Jeg vil gjerne jobbe hos dere fordi barna får være ute hver dag, uansett vær.";
    private static final Pattern CODE = Pattern.compile("(?m)^\\d{6}$");
    private static final Pattern TOKEN = Pattern.compile("/([A-Za-z0-9_-]{43})");

    private final String baseUrl;
    private final World world;
    private final String name;
    private final String email;
    private final Mailbox mailbox;
    private final Connection browser = Jsoup.newSession().timeout(30_000).maxBodySize(0);

    Candidate(String baseUrl, World world, int imapPort, String name) {
        this.baseUrl = baseUrl;
        this.world = world;
        this.name = name;
        this.email = name.toLowerCase(java.util.Locale.ROOT)
                        .replace(" ", ".")
                        .replace("ø", "o")
                        .replace("å", "a")
                        .replace("æ", "ae")
                + "@example.com";
        this.mailbox = new Mailbox(imapPort, email);
        mailbox.empty();
    }

    String name() {
        return name;
    }

    /** Everything that must not be found outside our own tables, links included. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(name, email, PHONE, EDUCATION, EXPERIENCE, LETTER));
        mailbox.all()
                .forEach(mail -> TOKEN.matcher(mail.text()).results().forEach(token -> secrets.add(token.group(1))));
        return secrets;
    }

    String email() {
        return email;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    Document visits(String path) {
        try {
            return browser.newRequest(path.startsWith("http") ? path : baseUrl + path)
                    .ignoreHttpErrors(true)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] downloads(String path) {
        try {
            return browser.newRequest(baseUrl + path)
                    .ignoreContentType(true)
                    .execute()
                    .bodyAsBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Follows the link in the newest mail. */
    Document followsLink() {
        return visits(mailbox.link());
    }

    /** The code in the newest mail. */
    String newestCode() {
        Matcher code = CODE.matcher(mailbox.newest().text());
        assertThat(code.find()).as("a code in %s", mailbox.newest()).isTrue();
        return code.group();
    }

    /** The newest message on the candidate's page, subject and all, reached by the newest mail. */
    String newestMessage() {
        Element message = followsLink().selectFirst("details.message");
        assertThat(message).as("a message on the page of %s", name).isNotNull();
        return message == null ? "" : message.text();
    }

    void applies(String vacancyPath, byte[] cv, Map<String, String> more) {
        appliesWith(vacancyPath + "/sok", cv, more);
    }

    /** Fills in the form at this address. */
    void appliesWith(String formPath, byte[] cv, Map<String, String> more) {
        Document page = visits(formPath);
        FormElement form = page.expectForm("form[method=post]");
        fill(form, "name", name);
        fill(form, "email", email);
        fill(form, "phone", PHONE);
        fill(form, "birthYear", "1990");
        fill(form, "jobTitle", "Pedagogisk leder");
        fill(form, "municipality", "Eksempelvik");
        fill(form, "education", EDUCATION);
        fill(form, "experience", EXPERIENCE);
        fill(form, "letter", LETTER);
        more.forEach((field, value) -> fill(form, field, value));
        Element gender = form.selectFirst("[name=gender][value=FEMALE]");
        if (gender != null) {
            gender.attr("checked", true);
        } else {
            form.select("select[name=gender] option[value=FEMALE]").attr("selected", "selected");
        }
        Connection request = form.submit();
        // jsoup sends an unchosen file as text, which no browser does
        request.request().data().removeIf(field -> Attached.FIELDS.contains(field.key()));
        Document answer = submit(request.data("cv", "cv.pdf", new ByteArrayInputStream(cv)));
        assertThat(answer.location()).as(answer.text()).endsWith("/soknad/mottatt");
        world.settle();
    }

    /** Presses the button of the page's form, after filling in fields. */
    Document sends(Document page, String form, Map<String, String> fields) {
        FormElement element = page.expectForm(form);
        fields.forEach((field, value) -> fill(element, field, value));
        Document answer = submit(element.submit());
        world.settle();
        return answer;
    }

    /** Presses one of several buttons of the page's form, after filling in fields and choosing files. */
    Document presses(Document page, String button, Map<String, String> fields, List<Attached> files) {
        FormElement form = page.expectForm("form[enctype]");
        fields.forEach((field, value) -> fill(form, field, value));
        Connection request = form.submit();
        request.request().data().removeIf(field -> Attached.FIELDS.contains(field.key()));
        // jsoup remembers how the form before this one was sent
        request.request().removeHeader("Content-Type");
        request.data("handling", button);
        files.forEach(file -> request.data(file.field(), file.name(), new ByteArrayInputStream(file.content())));
        Document answer = submit(request);
        world.settle();
        return answer;
    }

    /** A file chosen in a field. */
    record Attached(String field, String name, byte[] content) {

        private static final List<String> FIELDS = List.of("cv", "attachments");
    }

    private static Document submit(Connection request) {
        try {
            return request.ignoreHttpErrors(true).execute().parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(FormElement form, String field, String value) {
        Element element = form.selectFirst("[name=\"" + field + "\"]");
        assertThat(element).as("field %s in %s", field, form).isNotNull();
        if (element == null) {
            return;
        }
        switch (element.attr("type")) {
            case "checkbox" -> element.attr("checked", Boolean.parseBoolean(value));
            case "radio" -> {
                form.select("[name=" + field + "]").removeAttr("checked");
                form.select("[name=" + field + "][value=" + value + "]").attr("checked", "checked");
            }
            default -> element.val(value);
        }
        if (element.normalName().equals("select")) {
            element.select("option[selected]").removeAttr("selected");
            element.expectFirst("option[value=\"" + value + "\"]").attr("selected", "selected");
        }
    }
}
