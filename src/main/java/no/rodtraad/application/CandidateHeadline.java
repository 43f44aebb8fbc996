package no.rodtraad.application;

import java.util.Optional;
import no.rodtraad.process.OsloTime;

/** Where an application stands, in one line and a sentence: what the candidate should know or do first. */
record CandidateHeadline(String title, String text) {

    static CandidateHeadline of(
            ApplicationInfo application,
            boolean accepting,
            Optional<OfferView> offer,
            Optional<ContractView> contract) {
        if (application.withdrawn()) {
            return new CandidateHeadline(
                    "Du har trukket søknaden", "Du trenger ikke å gjøre noe mer. Takk for at du viste interesse.");
        }
        if (application.answeredAt() != null
                || application.outcome() == Outcome.REJECTED
                || application.outcome() == Outcome.CANCELLED) {
            return ended(application);
        }
        if (accepting) {
            return new CandidateHeadline(
                    "Vi har fått søknaden din", "Nå venter vi til søknadsfristen er ute. Du trenger ikke å gjøre noe.");
        }
        if (!application.invited()) {
            return new CandidateHeadline(
                    "Vi vurderer søknadene",
                    "Vi leser alle søknadene og gir beskjed når vi vet hvem som skal på intervju.");
        }
        if (application.interviewedAt() == null) {
            return interviewAhead(application);
        }
        return offer.map(one -> offered(one, contract))
                .orElseGet(() -> new CandidateHeadline(
                        "Takk for intervjuet", "Vi arbeider med avgjørelsen og sier fra så snart den er tatt."));
    }

    private static CandidateHeadline ended(ApplicationInfo application) {
        if (application.outcome() == Outcome.HIRED) {
            return new CandidateHeadline(
                    "Velkommen til oss", "Du er ansatt. Lederen din tar kontakt om første arbeidsdag.");
        }
        if (application.outcome() == Outcome.DECLINED) {
            return new CandidateHeadline(
                    "Du har takket nei", "Takk for at du ga oss et svar. Du er velkommen til å søke hos oss igjen.");
        }
        if (application.outcome() == Outcome.CANCELLED) {
            return new CandidateHeadline(
                    "Ansettelsen er avlyst",
                    "Kommunen har stanset denne ansettelsen. Forklaringen står i meldingen du får.");
        }
        return application.answeredAt() == null
                ? new CandidateHeadline("Svaret er på vei", "Avgjørelsen er tatt, og du får svar på e-post.")
                : new CandidateHeadline(
                        "Du har fått svar",
                        "Denne gangen gikk stillingen til en annen. Begrunnelsen og rettighetene dine står i meldingen vi har sendt.");
    }

    private static CandidateHeadline interviewAhead(ApplicationInfo application) {
        return application.interviewAt() == null
                ? new CandidateHeadline("Vi vil gjerne møte deg", "Velg en tid for intervju lenger ned på siden.")
                : new CandidateHeadline(
                        "Vi ses på intervju", "Intervjuet er " + OsloTime.dateAndTime(application.interviewAt()) + ".");
    }

    private static CandidateHeadline offered(OfferView offer, Optional<ContractView> contract) {
        return switch (offer.state()) {
            case OPEN ->
                new CandidateHeadline(
                        "Gratulerer, du har fått tilbud",
                        "Vi håper du vil begynne hos oss. Svar innen %s."
                                .formatted(OsloTime.longDate(offer.answerBy())));
            case LAPSED ->
                new CandidateHeadline(
                        "Tilbudet gjelder ikke lenger",
                        "Svarfristen gikk ut. Ring kontaktpersonen hvis du mener det er feil.");
            case DECLINED -> new CandidateHeadline("Du har takket nei", "Takk for at du ga oss et svar.");
            case ACCEPTED -> accepted(contract);
        };
    }

    private static CandidateHeadline accepted(Optional<ContractView> contract) {
        if (contract.isEmpty() || contract.get().state() == ContractView.State.ABORTED) {
            return new CandidateHeadline(
                    "Takk for at du sa ja", "Vi lager arbeidsavtalen og sier fra når du kan signere den.");
        }
        if (!contract.get().candidateSigned()) {
            return new CandidateHeadline("Avtalen er klar", "Les arbeidsavtalen og signer den.");
        }
        return contract.get().employerSigned()
                ? new CandidateHeadline(
                        "Velkommen til oss",
                        "Avtalen er signert av begge. Lederen din tar kontakt om første arbeidsdag.")
                : new CandidateHeadline("Takk for signaturen", "Nå signerer kommunen.");
    }
}
