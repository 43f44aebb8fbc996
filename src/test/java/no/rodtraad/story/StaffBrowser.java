package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** An employee's browser: logged in to Tasklist, and thereby to our staff pages. */
final class StaffBrowser {

    private final String baseUrl;
    private final Connection browser = Jsoup.newSession()
            .header("Accept", "text/html,*/*;q=0.8")
            .timeout(30_000)
            .maxBodySize(0);

    StaffBrowser(String baseUrl, String user) {
        this.baseUrl = baseUrl;
        logsIn(user);
    }

    void cancels(String caseId, String reason) {
        sends(visits("/saker/" + caseId + "/avlys"), "form[method=post]", Map.of("grunn", reason));
    }

    void merges(String caseId, String into, String reason) {
        sends(visits("/saker/" + caseId + "/avlys"), "form[method=post]", Map.of("grunn", reason, "sammen", into));
    }

    void withdraws(String caseId, String application, String how) {
        sends(
                visits("/saker/%s/sokere/%s/trekk".formatted(caseId, application)),
                "form[action$=/trekk]",
                Map.of("hvordan", how));
    }

    void assesses(String caseId, String application, String assessment) {
        Document page = visits("/saker/" + caseId + "/sokere/" + application);
        sends(
                page,
                "form[action$=/vurdering]",
                Map.of("vurdering", assessment, "grunn", "Vurdert mot kravene i utlysningen."));
    }

    List<HttpCookie> cookies() {
        return browser.cookieStore().getCookies();
    }

    Document visits(String path) {
        try {
            return browser.newRequest(baseUrl + path).ignoreHttpErrors(true).get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends what no page of this employee's has a form for. */
    Document posts(String path, Map<String, String> fields) {
        try {
            String token =
                    visits("/saker/fravaer").expectFirst("input[name=_csrf]").val();
            return browser.newRequest(baseUrl + path)
                    .method(Connection.Method.POST)
                    .data(fields)
                    .data("_csrf", token)
                    .ignoreHttpErrors(true)
                    .execute()
                    .parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file behind a link. */
    byte[] downloads(Element link) {
        try {
            return browser.newRequest(link.absUrl("href"))
                    .ignoreContentType(true)
                    .execute()
                    .bodyAsBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Document sends(Document page, String form, Map<String, String> fields) {
        try {
            return filled(page, form, fields)
                    .submit()
                    .ignoreHttpErrors(true)
                    .execute()
                    .parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the form to where one of its buttons sends it, which answers with a file. */
    byte[] sendsForFile(Document page, String form, String address, Map<String, String> fields) {
        FormElement element = filled(page, form, fields);
        element.attr("action", address);
        try {
            return element.submit().ignoreContentType(true).execute().bodyAsBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormElement filled(Document page, String form, Map<String, String> fields) {
        FormElement element = page.expectForm(form);
        fields.forEach((field, value) -> {
            Element input = element.selectFirst("[name=" + field + "]");
            assertThat(input).as("field %s in %s", field, element).isNotNull();
            if (input != null && input.attr("type").equals("radio")) {
                element.select("[name=" + field + "]").removeAttr("checked");
                element.select("[name=" + field + "][value=" + value + "]").attr("checked", "checked");
            } else if (input != null && input.normalName().equals("select")) {
                input.select("option[selected]").removeAttr("selected");
                input.expectFirst("option[value=\"" + value + "\"]").attr("selected", "selected");
            } else if (input != null) {
                input.val(value);
            }
        });
        return element;
    }

    /** Presses a button by what it says; the button may send its form elsewhere than the form itself. */
    Document clicks(Document page, String button, Map<String, String> fields) {
        Element pressed = page.expectFirst("button:containsOwn(" + button + ")");
        Element form = pressed.closest("form");
        assertThat(form).as("form of «%s»", button).isNotNull();
        if (form != null && pressed.hasAttr("formaction")) {
            form.attr("action", pressed.attr("formaction"));
        }
        return sends(page, "form:has(button:containsOwn(" + button + "))", fields);
    }

    /** As the webapp does it: a page for the CSRF cookie, then the login form's call. */
    private void logsIn(String user) {
        try {
            Connection.Response page = browser.newRequest(baseUrl + "/camunda/app/tasklist/default/")
                    .execute();
            Connection.Response login = browser.newRequest(
                            baseUrl + "/camunda/api/admin/auth/user/default/login/tasklist")
                    .method(Connection.Method.POST)
                    .header("X-XSRF-TOKEN", String.valueOf(page.cookie("XSRF-TOKEN")))
                    .data("username", user)
                    .data("password", "demo")
                    .ignoreContentType(true)
                    .execute();
            assertThat(login.statusCode()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
