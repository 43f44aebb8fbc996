package no.rodtraad.vacancy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Which channel a reader came from, as the channel's link says. It goes from page to page in the address and in the form, as
 * {@code channel} in the model; nothing is kept in the browser.
 */
@ControllerAdvice(basePackages = {"no.rodtraad.vacancy", "no.rodtraad.application"})
class CameFrom {

    private static final Pattern ID = Pattern.compile("[a-zA-Z]{1,30}");

    @ModelAttribute("channel")
    @Nullable
    String channel(@RequestParam(name = Adverts.CAME_FROM, required = false) @Nullable String channel) {
        return channel != null && ID.matcher(channel).matches() ? channel : null;
    }
}
