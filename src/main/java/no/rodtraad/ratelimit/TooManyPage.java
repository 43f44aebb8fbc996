package no.rodtraad.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartException;

/** What somebody who was turned away sees. What was typed is carried along and can be sent again from there. */
@Controller
class TooManyPage {

    static final String PATH = "/for-mange-forsok";
    static final String WAIT = "no.rodtraad.ratelimit.wait";
    static final String WHERE = "no.rodtraad.ratelimit.where";

    private static final long MOST_BYTES_READ = 30_000_000;

    /** Only reached from within; typed into a browser it leads to the vacancies. */
    @RequestMapping(PATH)
    String tooMany(
            @RequestAttribute(name = WAIT, required = false) @Nullable Duration wait,
            @RequestAttribute(name = WHERE, required = false) @Nullable String where,
            HttpServletRequest request,
            Model model) {
        if (wait == null || where == null) {
            return "redirect:/";
        }
        model.addAttribute("sentence", sentence(wait));
        model.addAttribute("where", where);
        model.addAttribute("sent", request.getMethod().equals("POST"));
        model.addAttribute("fields", typed(request));
        model.addAttribute("multipart", isMultipart(request));
        return "ratelimit/too-many";
    }

    static String sentence(Duration wait) {
        long minutes = wait.plusSeconds(59).toMinutes();
        return minutes <= 1
                ? "Det kom mange forsøk fra nettet du er på. Vent et minutt og prøv igjen."
                : "Det kom mange forsøk fra nettet du er på. Vent %d minutter og prøv igjen.".formatted(minutes);
    }

    record Field(String name, String value) {}

    private static List<Field> typed(HttpServletRequest request) {
        if (request.getContentLengthLong() > MOST_BYTES_READ) {
            return List.of();
        }
        try {
            var fields = new ArrayList<Field>();
            request.getParameterMap().forEach((name, values) -> {
                for (String value : values) {
                    fields.add(new Field(name, value));
                }
            });
            return fields;
        } catch (MultipartException e) {
            // the files were broken on the way or larger than anything we read; the page says to go back
            return List.of();
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return request.getContentType() != null
                && request.getContentType().toLowerCase(java.util.Locale.ROOT).startsWith("multipart/");
    }
}
