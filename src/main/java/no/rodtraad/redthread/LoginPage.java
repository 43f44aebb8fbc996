package no.rodtraad.redthread;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where those who are not logged in are sent. */
@Controller
class LoginPage {

    @GetMapping("/logg-inn")
    String logIn() {
        return "staff/log-in";
    }
}
