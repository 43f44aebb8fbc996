package no.rodtraad.demo;

import java.time.Clock;
import no.rodtraad.identity.Staff;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.TimeTravel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Says on every page what the demo's clock shows once it has been moved, and shows administrators the way to it. */
@ControllerAdvice
@Profile("demo")
class DemoClockBanner {

    private final TimeTravel travel;
    private final Clock clock;

    DemoClockBanner(TimeTravel travel, Clock clock) {
        this.travel = travel;
        this.clock = clock;
    }

    @ModelAttribute
    void say(@AuthenticationPrincipal @Nullable Staff staff, Model model) {
        if (travel.hasMoved()) {
            model.addAttribute("demoClock", OsloTime.dateAndTime(clock.instant()));
        }
        model.addAttribute("movesClock", staff != null && staff.isAdministrator());
    }
}
