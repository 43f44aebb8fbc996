package no.rodtraad.application;

import no.rodtraad.messaging.CandidateLinks;
import no.rodtraad.process.ApplicationId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The addresses that messages give candidates. */
@Component
class CandidatePageLinks implements CandidateLinks {

    private final ApplicationLinks links;
    private final String baseUrl;

    CandidatePageLinks(ApplicationLinks links, @Value("${rodtraad.base-url}") String baseUrl) {
        this.links = links;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    @Override
    public String linkFor(ApplicationId applicationId) {
        return baseUrl + "/soknad/" + links.create(applicationId);
    }
}
