package no.rodtraad.application;

import jakarta.servlet.http.HttpServletResponse;
import no.rodtraad.application.CandidatePages.Candidate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Pages below {@code /soknad/{token}}: the model's {@code candidate} is the one whose link it is. */
abstract class OwnPages {

    private final CandidateDoor door;

    OwnPages(CandidateDoor door) {
        this.door = door;
    }

    @ModelAttribute("candidate")
    Candidate candidate(@PathVariable String token, HttpServletResponse response) {
        return door.open(token, response);
    }

    @ExceptionHandler(CandidatePages.LinkDoesNotWork.class)
    String doesNotWork(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "candidate/link-does-not-work";
    }
}
