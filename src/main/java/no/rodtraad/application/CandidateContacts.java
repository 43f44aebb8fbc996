package no.rodtraad.application;

import java.util.List;
import java.util.Optional;
import no.rodtraad.archive.Applicants;
import no.rodtraad.link.Purpose;
import no.rodtraad.link.SecretLinks;
import no.rodtraad.messaging.CandidateLinks;
import no.rodtraad.messaging.Language;
import no.rodtraad.messaging.Recipients;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells those who write to applicants, or about them, who they are and how to reach their page. */
@Component
class CandidateContacts implements CandidateLinks, Recipients, Applicants {

    private final Applications applications;
    private final SecretLinks links;
    private final ObjectProvider<OfferAnswers> offers;
    private final ObjectProvider<ContractSigning> contracts;
    private final String publicUrl;

    CandidateContacts(
            Applications applications,
            SecretLinks links,
            ObjectProvider<OfferAnswers> offers,
            ObjectProvider<ContractSigning> contracts,
            @Value("${rodtraad.public-url}") String publicUrl) {
        this.applications = applications;
        this.links = links;
        this.offers = offers;
        this.contracts = contracts;
        this.publicUrl = publicUrl;
    }

    @Override
    public String linkFor(ApplicationId applicationId) {
        return publicUrl + "/soknad/" + links.create(Purpose.APPLICATION, applicationId.value());
    }

    @Override
    public List<ApplicationId> openOfCase(CaseId caseId) {
        return applications.openOfCase(caseId).stream().map(ApplicationInfo::id).toList();
    }

    @Override
    public Optional<ApplicationId> hiredOfCase(CaseId caseId) {
        return applications.ofCase(caseId).stream()
                .filter(application -> application.outcome() == Outcome.HIRED)
                .map(ApplicationInfo::id)
                .findFirst();
    }

    @Override
    public Language languageOf(ApplicationId applicationId) {
        return applications.languageOf(applicationId);
    }

    @Override
    public boolean isWaitedFor(ApplicationId applicationId) {
        return offers.getObject()
                        .open(applicationId)
                        .filter(offer -> offer.state() == OfferView.State.OPEN)
                        .isPresent()
                || contracts
                        .getObject()
                        .waiting(applicationId)
                        .filter(contract -> contract.state() == ContractView.State.SENT && !contract.candidateSigned())
                        .isPresent();
    }

    @Override
    public Optional<String> nameOf(ApplicationId applicationId) {
        return applications.find(applicationId).map(ApplicationInfo::applicantName);
    }

    @Override
    public List<ApplicationId> ofCase(CaseId caseId) {
        return applications.ofCase(caseId).stream().map(ApplicationInfo::id).toList();
    }
}
