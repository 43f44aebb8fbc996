package no.rodtraad.signing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rodtraad.application.Applications;
import no.rodtraad.messaging.CandidateLinks;
import no.rodtraad.messaging.MessageSubject;
import no.rodtraad.process.Municipalities;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.Vacancy;
import org.springframework.stereotype.Component;

/** The mail with a code. It is kept nowhere, so that the code is in the mail only. */
@Component
class SigningMessages implements MessageSubject {

    static final String KIND = "SIGNING";

    private final ContractStore contracts;
    private final SigningCodes codes;
    private final Applications applications;
    private final Vacancies vacancies;
    private final Municipalities municipalities;
    private final CandidateLinks links;

    SigningMessages(
            ContractStore contracts,
            SigningCodes codes,
            Applications applications,
            Vacancies vacancies,
            Municipalities municipalities,
            CandidateLinks links) {
        this.contracts = contracts;
        this.codes = codes;
        this.applications = applications;
        this.vacancies = vacancies;
        this.municipalities = municipalities;
        this.links = links;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Empty also when the code was used, or is too old to be used. */
    @Override
    public Optional<Addressee> addressee(UUID subject) {
        return contracts
                .find(subject)
                .filter(contract -> codes.current(subject).isPresent())
                .flatMap(contract -> applications.find(contract.applicationId()))
                .map(candidate -> new Addressee(
                        candidate.caseId().tenantId(),
                        candidate.applicantName(),
                        candidate.email(),
                        applications.languageOf(candidate.id())));
    }

    @Override
    public Map<String, Object> fields(UUID subject) {
        Contract contract =
                contracts.find(subject).orElseThrow(() -> new IllegalStateException("No contract " + subject));
        Vacancy vacancy = vacancies.get(contract.caseId());
        return Map.of(
                "signingCode",
                codes.current(subject).orElseThrow(() -> new IllegalStateException("No code for " + subject)),
                "vacancyTitle",
                vacancy.title(),
                "municipalityName",
                municipalities.get(contract.caseId().tenantId()).name(),
                "contactName",
                vacancy.contactName(),
                "contactPhone",
                vacancy.contactPhone(),
                "contactEmail",
                vacancy.contactEmail());
    }

    @Override
    public String newLink(UUID subject) {
        return links.linkFor(contracts
                .find(subject)
                .map(Contract::applicationId)
                .orElseThrow(() -> new IllegalStateException("No contract " + subject)));
    }
}
