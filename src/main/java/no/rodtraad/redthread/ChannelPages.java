package no.rodtraad.redthread;

import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.Municipalities;
import no.rodtraad.publishing.ChannelOverview;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the advert of a case is, and how many applicants came from each place. */
@Controller
@StaffPage
@RequestMapping("/saker/{caseId}/kanaler")
class ChannelPages {

    private final CaseAccess access;
    private final ChannelOverview channels;
    private final Municipalities municipalities;

    ChannelPages(CaseAccess access, ChannelOverview channels, Municipalities municipalities) {
        this.access = access;
        this.channels = channels;
        this.municipalities = municipalities;
    }

    @GetMapping
    String channels(@AuthenticationPrincipal Staff staff, @PathVariable("caseId") String id, Model model) {
        HiringCase hiring = access.open(staff, id);
        model.addAttribute("hiring", CaseRow.of(hiring, municipalities));
        model.addAttribute("channels", channels.of(hiring.id()));
        return "staff/channels";
    }
}
