package no.rodtraad.survey;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.messaging.Language;
import no.rodtraad.messaging.Recipients;
import no.rodtraad.process.Municipalities;
import no.rodtraad.survey.Questionnaire.Statement;
import no.rodtraad.survey.SurveyInvitations.Invitation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which somebody answers a survey, once, by a secret link. */
@Controller
@RequestMapping("/undersokelse")
class SurveyPages {

    private static final List<Integer> SCORES = List.of(1, 2, 3, 4, 5);
    private static final String FIELD = "svar-";
    private static final String TEXT = "tekst";
    private static final int LONGEST_TEXT = 1_000;

    private final SecretLinks links;
    private final SurveyInvitations invitations;
    private final AnswerSurvey survey;
    private final Questionnaires questionnaires;
    private final Recipients recipients;
    private final Municipalities municipalities;

    SurveyPages(
            SecretLinks links,
            SurveyInvitations invitations,
            AnswerSurvey survey,
            Questionnaires questionnaires,
            Recipients recipients,
            Municipalities municipalities) {
        this.links = links;
        this.invitations = invitations;
        this.survey = survey;
        this.questionnaires = questionnaires;
        this.recipients = recipients;
        this.municipalities = municipalities;
    }

    @GetMapping("/{token}")
    String form(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<Invitation> invitation = find(token);
        if (invitation.isEmpty()) {
            return linkDoesNotWork(response);
        }
        return invitation.get().answered()
                ? over("used", languageOf(invitation.get()), model)
                : show(invitation.get(), token, Map.of(), "", Map.of(), model);
    }

    @PostMapping("/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response) {
        Optional<Invitation> found = find(token);
        if (found.isEmpty()) {
            return linkDoesNotWork(response);
        }
        Invitation invitation = found.get();
        Language language = languageOf(invitation);
        Map<String, String> answers = answers(questionnaires.of(invitation.kind(), language), fields);
        String text = clean(fields.getOrDefault(TEXT, ""));
        Map<String, String> problems = problems(invitation, language, answers, text);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(invitation, token, answers, text, problems, model);
        }
        var scores = new LinkedHashMap<String, Integer>();
        answers.forEach((statement, score) -> scores.put(statement, Integer.valueOf(score)));
        return survey.answer(invitation, scores, text)
                ? "redirect:/undersokelse/takk/" + language.tag()
                : over("used", language, model);
    }

    @GetMapping("/takk/{language}")
    String thanks(@PathVariable String language, Model model) {
        return over("thanks", language.equals("nn") ? Language.NN : Language.NB, model);
    }

    private Optional<Invitation> find(String token) {
        return links.resolve(Purpose.SURVEY, token).flatMap(invitations::find);
    }

    private Language languageOf(Invitation invitation) {
        return recipients.languageOf(invitation.applicationId());
    }

    private static Map<String, String> answers(Questionnaire questionnaire, Map<String, String> fields) {
        var answers = new LinkedHashMap<String, String>();
        for (Statement statement : questionnaire.statements()) {
            answers.put(statement.id(), fields.getOrDefault(FIELD + statement.id(), ""));
        }
        return answers;
    }

    private Map<String, String> problems(
            Invitation invitation, Language language, Map<String, String> answers, String text) {
        Map<String, String> words = questionnaires.words(language);
        var problems = new LinkedHashMap<String, String>();
        for (Statement statement :
                questionnaires.of(invitation.kind(), language).statements()) {
            String answer = answers.getOrDefault(statement.id(), "");
            if (SCORES.stream().map(String::valueOf).noneMatch(answer::equals)) {
                problems.put(statement.id(), words.get("missing"));
            }
        }
        if (text.length() > LONGEST_TEXT) {
            problems.put(TEXT, words.get("long"));
        }
        return problems;
    }

    private String show(
            Invitation invitation,
            String token,
            Map<String, String> answers,
            String text,
            Map<String, String> problems,
            Model model) {
        Language language = languageOf(invitation);
        model.addAttribute("survey", questionnaires.of(invitation.kind(), language));
        model.addAttribute("words", questionnaires.words(language));
        model.addAttribute("lang", language.tag());
        model.addAttribute(
                "municipality",
                municipalities.get(invitation.caseId().tenantId()).name());
        model.addAttribute("token", token);
        model.addAttribute("scores", SCORES);
        model.addAttribute("answers", answers);
        model.addAttribute("text", text);
        model.addAttribute("problems", problems);
        return "survey/answer";
    }

    /** @param what {@code thanks} or {@code used} */
    private String over(String what, Language language, Model model) {
        Map<String, String> words = questionnaires.words(language);
        model.addAttribute("lang", language.tag());
        model.addAttribute("heading", words.get(what + "Title"));
        model.addAttribute("sentence", words.get(what));
        return "survey/over";
    }

    private static String linkDoesNotWork(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "survey/link-does-not-work";
    }

    private static String clean(String typed) {
        return typed.replace("\u0000", "").replace("\r\n", "\n").strip();
    }
}
