package no.rodtraad.publishing;

import no.rodtraad.application.ApplicationReceived;
import no.rodtraad.vacancy.Adverts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Counts, without names, which channel applicants came from. Part of the transaction that takes in the application. */
@Component
class CountSources {

    private final Publications publications;

    CountSources(Publications publications) {
        this.publications = publications;
    }

    @EventListener
    void received(ApplicationReceived event) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes sending) {
            @Nullable String channel = sending.getRequest().getParameter(Adverts.CAME_FROM);
            if (channel != null) {
                publications.countApplicant(event.caseId(), channel);
            }
        }
    }
}
