package no.rodtraad.tasklist;

import java.util.List;
import no.rodtraad.tasklist.ScriptPatch.Replacement;

/** What is changed in the scripts of Camunda 7.24: a bug in Tasklist, and English texts with no language file. */
final class WebappPatches {

    /**
     * A list with rows leaves an empty list of errors behind for each field, and Tasklist counts the fields instead of
     * the errors: the button for completing the task would never be enabled again.
     */
    static final ScriptPatch TASKLIST = new ScriptPatch(
            "app/tasklist/",
            "camunda-tasklist-bootstrap.js",
            List.of(
                    new Replacement(
                            "var t=!!Object.keys(e.errors).length;h.notifyFormValidated(t)",
                            "var t=Object.keys(e.errors).some(function(k){var f=function(x){return"
                                    + " Array.isArray(x)?x.some(f):x!==null&&typeof x===\"object\""
                                    + "?Object.keys(x).some(function(i){return f(x[i])}):!!x};"
                                    + "return f(e.errors[k])});h.notifyFormValidated(t)"),
                    // a link in a form opens beside it, so that what is filled in is not lost
                    new Replacement(
                            "v=new p({container:l[0]})",
                            "v=new p({container:l[0],properties:{textLinkTarget:\"_blank\"}})")));

    /** The forms speak English whatever the language of the browser. */
    static final ScriptPatch FORMS = new ScriptPatch(
            "lib/",
            "deps.js",
            List.of(
                    text("\"Field is required.\"", "\"Feltet må fylles ut.\""),
                    text("\"Value is not a number.\"", "\"Skriv et tall.\""),
                    text(
                            "\"Value is expected to \"+(0===n?\"be an integer\":"
                                    + "`have at most ${n} decimal digit${n>1?\"s\":\"\"}`)+\".\"",
                            "(0===n?\"Skriv et helt tall.\":"
                                    + "`Skriv et tall med høyst ${n} ${n>1?\"desimaler\":\"desimal\"}.`)"),
                    text(
                            "`Please select a valid value, the two nearest valid values are ${t} and ${i}.`",
                            "`Tallet passer ikke. De nærmeste som passer, er ${String(t).replace(\".\",\",\")}"
                                    + " og ${String(i).replace(\".\",\",\")}.`"),
                    text("`Field must match pattern ${t.pattern}.`", "\"Verdien har ikke riktig form.\""),
                    text(
                            "`Field must have minimum value of ${t.min}.`",
                            "`Verdien må være ${String(t.min).replace(\".\",\",\")} eller mer.`"),
                    text(
                            "`Field must have maximum value of ${t.max}.`",
                            "`Verdien må være ${String(t.max).replace(\".\",\",\")} eller mindre.`"),
                    text("`Field must have minimum length of ${t.minLength}.`", "`Skriv minst ${t.minLength} tegn.`"),
                    text("`Field must have maximum length of ${t.maxLength}.`", "`Skriv høyst ${t.maxLength} tegn.`"),
                    text(
                            "\"Field must be a valid  international phone number. (e.g. +4930664040900)\"",
                            "\"Skriv telefonnummeret med landkode, for eksempel +4722000000.\""),
                    text("\"Field must be a valid email.\"", "\"Skriv en gyldig e-postadresse.\""),
                    text("\"Date and time must both be entered.\"", "\"Fyll ut både dato og klokkeslett.\""),
                    text("children:_||\"Select\"})", "children:_||\"Velg\"})"),
                    text("placeholder:\"Search\",autoComplete", "placeholder:\"Søk\",autoComplete"),
                    text("placeholder:t||d?void 0:\"Search\"", "placeholder:t||d?void 0:\"Søk\""),
                    text("emptyListMessage:c=\"No results\"", "emptyListMessage:c=\"Ingen treff\""),
                    text(
                            "emptyListMessage:D?\"No results\":\"All values selected\"",
                            "emptyListMessage:D?\"Ingen treff\":\"Alt er valgt\""),
                    text("label:\"Skip to search\"", "label:\"Gå til søket\""),
                    text("title:\"Remove tag\"", "title:\"Ta bort\""),
                    text("\"Add new\"", "\"Legg til\""),
                    text("`Expand all (${m.length})`", "`Vis alle (${m.length})`"),
                    text("a.jsx(Vr,{}),\" \",\"Collapse\"]", "a.jsx(Vr,{}),\" \",\"Vis færre\"]"),
                    text("`Remove list item ${t+1}`", "`Fjern rad ${t+1}`"),
                    text("\"Nothing to show.\"", "\"Ingenting å vise.\""),
                    text("\"Previous page\"", "\"Forrige side\""),
                    text("\"aria-label\":\"Next page\"", "\"aria-label\":\"Neste side\""),
                    text("`Click to sort by ${n} descending`", "`Sorter synkende etter ${n}`"),
                    text("\"Click to remove sorting\"", "\"Fjern sorteringen\""),
                    text("`Click to sort by ${n} ascending`", "`Sorter stigende etter ${n}`"),
                    text("\"aria-label\":\"Increment\"", "\"aria-label\":\"Øk\""),
                    text("\"aria-label\":\"Decrement\"", "\"aria-label\":\"Senk\""),
                    text("alt:\"This is an image placeholder\"", "alt:\"Plass til et bilde\""),
                    text("placeholder:h?\"hh:mm\":\"hh:mm ?m\"", "placeholder:\"tt:mm\""),
                    // dates as they are written in Norway, also in a browser that is set to English
                    text("function wt(e=\"default\"){", "function wt(e=\"nb-NO\"){"),
                    text(
                            "function xt(e){let t=wt(e).toLowerCase();",
                            "function xt(e){let t=wt(e).toLowerCase().replace(/y/g,\"å\");"),
                    // who writes 9 means nine o'clock
                    text(
                            "n=parseInt(e&&e[0]),i=parseInt(e&&e[1]),o=r.isNumber(n)&&n>=0&&n<=23",
                            "n=parseInt(e&&e[0]),i=parseInt(e&&e[1])||0,o=r.isNumber(n)&&n>=0&&n<=23"),
                    // a clock with 24 hours unless the form says something else
                    text("use24h:h=!1,timeInterval", "use24h:h=!0,timeInterval"),
                    text(
                            "[\"Web-based tooling for BPMN, DMN, and forms powered by\",\" \"",
                            "[\"Verktøy på nett for BPMN, DMN og skjemaer fra\",\" \"")));

    static final List<ScriptPatch> ALL = List.of(TASKLIST, FORMS);

    private WebappPatches() {}

    private static Replacement text(String english, String norwegian) {
        return new Replacement(english, norwegian);
    }
}
