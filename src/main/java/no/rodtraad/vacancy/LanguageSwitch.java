package no.rodtraad.vacancy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Lets a page lead to the same page in the other language. One that answers what was sent does not: what is typed would be
 * lost on the way.
 */
@ControllerAdvice
class LanguageSwitch {

    /**
     * The same page in the other language.
     *
     * @param language as HTML's {@code lang} has it
     */
    record Twin(String path, String language) {}

    @ModelAttribute("twin")
    @Nullable
    Twin twin(HttpServletRequest request, Locale reader) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!request.getMethod().equals("GET") || !Languages.inEnglish(path)) {
            return null;
        }
        return reader.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? new Twin(path, "nb")
                : new Twin(Languages.ENGLISH_PATH + path, "en");
    }
}
