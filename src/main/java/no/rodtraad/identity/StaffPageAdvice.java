package no.rodtraad.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What all staff pages share: who is logged in, how a refusal looks, and that nothing is kept in caches. */
@ControllerAdvice(annotations = StaffPage.class)
public class StaffPageAdvice {

    private static final List<String> TIMES_READERS = List.of("hr", "hrLead");
    private static final List<String> POOL_READERS = List.of("hr", "hrLead", "manager");
    private static final List<String> ERASURE_READERS = List.of("hrLead");
    private static final List<String> SETUP_READERS = List.of("hrLead");

    private final StaffDirectory directory;

    public StaffPageAdvice(StaffDirectory directory) {
        this.directory = directory;
    }

    @ModelAttribute
    void common(
            @AuthenticationPrincipal Staff staff,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("staffName", directory.nameOf(staff.userId()));
        model.addAttribute("readsTimes", staff.isIn(TIMES_READERS));
        model.addAttribute("readsPool", staff.isIn(POOL_READERS));
        model.addAttribute("readsErasures", staff.isIn(ERASURE_READERS));
        model.addAttribute("readsSetup", staff.isIn(SETUP_READERS));
        model.addAttribute("readsProcesses", staff.isIn(ProcessPeople.READERS));
        @Nullable Object csrf = request.getAttribute(CsrfToken.class.getName());
        if (csrf instanceof CsrfToken token) {
            // the cookie is set on first use, which must not be after a long page has begun to be sent
            token.getToken();
        }
    }

    @ExceptionHandler(NotHere.class)
    String notHere(NotHere e, HttpServletResponse response, Model model) {
        return refusal(HttpStatus.NOT_FOUND, "Vi finner ikke dette", e, response, model);
    }

    @ExceptionHandler(NotYours.class)
    String notYours(NotYours e, HttpServletResponse response, Model model) {
        return refusal(HttpStatus.FORBIDDEN, "Du har ikke tilgang hit", e, response, model);
    }

    private static String refusal(
            HttpStatus status, String heading, RuntimeException e, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("heading", heading);
        model.addAttribute("sentence", e.getMessage());
        return "staff/refusal";
    }
}
