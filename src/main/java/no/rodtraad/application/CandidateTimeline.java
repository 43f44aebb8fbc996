package no.rodtraad.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.rodtraad.process.OsloTime;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;

/** Where an application stands, told to the one who sent it: what is done, what happens now and what comes. */
record CandidateTimeline(String headline, String now, List<Step> steps) {

    enum Mark {
        DONE,
        NOW,
        NEXT
    }

    /** @param when a date in words, or null where there is none */
    record Step(
            Mark mark, String title, String text, @Nullable String when) {}

    static CandidateTimeline of(
            ApplicationInfo application,
            Vacancy vacancy,
            boolean accepting,
            Optional<OfferView> offer,
            Optional<ContractView> contract) {
        var line = new Line();
        line.done(
                "Søknaden er mottatt",
                "Vi har søknaden og vedleggene dine.",
                OsloTime.date(OsloTime.dayOf(application.receivedAt())));
        exemption(application, line);
        if (application.withdrawn()) {
            line.done("Du har trukket søknaden", "Vi behandler den ikke videre.", whenConcluded(application));
            return line.told(
                    "Du har trukket søknaden", "Du trenger ikke å gjøre noe mer. Takk for at du viste interesse.");
        }
        if (application.answeredAt() != null || ended(application)) {
            return answered(application, line);
        }
        return underWay(application, vacancy, accepting, offer, contract, line);
    }

    private static boolean ended(ApplicationInfo application) {
        return application.outcome() == Outcome.REJECTED || application.outcome() == Outcome.CANCELLED;
    }

    private static void exemption(ApplicationInfo application, Line line) {
        if (!application.exemptionRequested() || application.withdrawn()) {
            return;
        }
        if (application.exemptionGranted() == null) {
            line.now(
                    "Ønsket om unntak fra søkerlisten vurderes",
                    "Navnet ditt står ikke på den offentlige søkerlisten før vi har svart deg.",
                    null);
        } else if (application.exemptionGranted()) {
            line.done("Du er unntatt fra den offentlige søkerlisten", "Navnet ditt blir ikke offentlig.", null);
        } else {
            line.done(
                    "Du er ikke unntatt fra den offentlige søkerlisten",
                    "Begrunnelsen står i meldingen vi har sendt deg. Du kan trekke søknaden hvis du ikke vil stå på listen.",
                    null);
        }
    }

    private static CandidateTimeline answered(ApplicationInfo application, Line line) {
        if (application.interviewedAt() != null) {
            line.done(
                    "Du har vært på intervju",
                    "Takk for samtalen.",
                    OsloTime.date(OsloTime.dayOf(application.interviewedAt())));
        }
        @Nullable Outcome outcome = application.outcome();
        boolean told = application.answeredAt() != null;
        String when = whenConcluded(application);
        if (outcome == Outcome.HIRED) {
            line.done("Du er ansatt", "Velkommen! Vi kontakter deg om første arbeidsdag.", when);
            return line.told("Velkommen til oss", "Du er ansatt. Lederen din tar kontakt om første arbeidsdag.");
        }
        if (outcome == Outcome.DECLINED) {
            line.done("Du takket nei til tilbudet", "Vi har registrert svaret ditt.", when);
            return line.told(
                    "Du har takket nei", "Takk for at du ga oss et svar. Du er velkommen til å søke hos oss igjen.");
        }
        if (outcome == Outcome.CANCELLED) {
            line.done("Ansettelsen er avlyst", "Ingen blir ansatt i denne stillingen nå.", when);
            return line.told(
                    "Ansettelsen er avlyst",
                    "Kommunen har stanset denne ansettelsen. Forklaringen står i meldingen du får.");
        }
        if (told) {
            line.done("Du har fått svar", "Denne gangen gikk stillingen til en annen.", when);
            return line.told(
                    "Du har fått svar",
                    "Denne gangen gikk stillingen til en annen. Begrunnelsen og rettighetene dine står i meldingen vi har sendt.");
        }
        line.now("Vi skriver svaret til deg", "Avgjørelsen er tatt. Svaret kommer på e-post.", null);
        return line.told("Svaret er på vei", "Avgjørelsen er tatt, og du får svar på e-post.");
    }

    private static CandidateTimeline underWay(
            ApplicationInfo application,
            Vacancy vacancy,
            boolean accepting,
            Optional<OfferView> offer,
            Optional<ContractView> contract,
            Line line) {
        String deadline = OsloTime.date(vacancy.applicationDeadline());
        if (accepting) {
            line.now("Søknadsfristen løper", "Etter fristen går vi gjennom alle søknadene.", "Frist " + deadline);
            line.next("Vi vurderer søknadene", "Leder og HR leser alle søknader opp mot kravene i utlysningen.");
            line.next("Intervju", "De som er aktuelle, blir invitert og kan velge tid selv.");
            line.next("Svar", "Alle får et begrunnet svar, uansett utfall.");
            return line.told(
                    "Vi har fått søknaden din", "Nå venter vi til søknadsfristen er ute. Du trenger ikke å gjøre noe.");
        }
        line.done("Søknadsfristen er ute", "Ingen nye søknader blir tatt imot.", deadline);
        if (!application.invited()) {
            line.now("Vi vurderer søknadene", "Leder og HR leser alle søknader opp mot kravene i utlysningen.", null);
            line.next("Intervju", "De som er aktuelle, blir invitert og kan velge tid selv.");
            line.next("Svar", "Alle får et begrunnet svar, uansett utfall.");
            return line.told(
                    "Vi vurderer søknadene",
                    "Vi leser alle søknadene og gir beskjed når vi vet hvem som skal på intervju.");
        }
        line.done("Søknadene er vurdert", "Du er en av dem vi vil snakke med.", null);
        if (application.interviewedAt() == null) {
            return interviewAhead(application, line);
        }
        line.done(
                "Du har vært på intervju",
                "Takk for samtalen.",
                OsloTime.date(OsloTime.dayOf(application.interviewedAt())));
        return afterInterview(application, offer, contract, line);
    }

    private static CandidateTimeline interviewAhead(ApplicationInfo application, Line line) {
        if (application.interviewAt() == null) {
            line.now("Velg tid for intervju", "Velg en av tidene vi har satt av. Først til mølla.", null);
        } else {
            line.now(
                    "Intervju",
                    application.interviewPlace() == null ? "" : "Sted: " + application.interviewPlace(),
                    OsloTime.dateAndTime(application.interviewAt()));
        }
        line.next("Referanser og innstilling", "Vi spør deg før vi ringer noen.");
        line.next("Svar", "Alle får et begrunnet svar, uansett utfall.");
        return application.interviewAt() == null
                ? line.told("Vi vil gjerne møte deg", "Velg en tid for intervju lenger ned på siden.")
                : line.told(
                        "Vi ses på intervju", "Intervjuet er " + OsloTime.dateAndTime(application.interviewAt()) + ".");
    }

    private static CandidateTimeline afterInterview(
            ApplicationInfo application, Optional<OfferView> offer, Optional<ContractView> contract, Line line) {
        if (offer.isEmpty()) {
            line.now(
                    application.assessedAt() == null ? "Referanser" : "Innstilling og vedtak",
                    application.assessedAt() == null
                            ? "Vi innhenter referanser der det trengs, og sier fra til deg først."
                            : "Lederen rangerer kandidatene, de tillitsvalgte uttaler seg, og den som har myndighet, bestemmer.",
                    null);
            line.next("Svar", "Alle får et begrunnet svar, uansett utfall.");
            return line.told("Takk for intervjuet", "Vi arbeider med avgjørelsen og sier fra så snart den er tatt.");
        }
        return switch (offer.get().state()) {
            case OPEN -> {
                line.now(
                        "Du har fått tilbud",
                        "Les vilkårene og svar oss.",
                        "Svar innen " + OsloTime.date(offer.get().answerBy()));
                line.next("Arbeidsavtale", "Takker du ja, lager vi avtalen og sender den til signering.");
                yield line.told(
                        "Gratulerer, du har fått tilbud",
                        "Vi håper du vil begynne hos oss. Svar innen "
                                + OsloTime.longDate(offer.get().answerBy()) + ".");
            }
            case LAPSED -> {
                line.done("Tilbudet har falt bort", "Svarfristen gikk ut.", null);
                line.next("Svar", "Du får et skriftlig svar fra oss.");
                yield line.told(
                        "Tilbudet gjelder ikke lenger",
                        "Svarfristen gikk ut. Ring kontaktpersonen hvis du mener det er feil.");
            }
            case DECLINED -> {
                line.done("Du takket nei til tilbudet", "Vi har registrert svaret ditt.", null);
                yield line.told("Du har takket nei", "Takk for at du ga oss et svar.");
            }
            case ACCEPTED -> contract(contract, line);
        };
    }

    private static CandidateTimeline contract(Optional<ContractView> contract, Line line) {
        line.done("Du takket ja til tilbudet", "Så hyggelig!", null);
        if (contract.isEmpty() || contract.get().state() == ContractView.State.ABORTED) {
            line.now("Vi lager arbeidsavtalen", "Du får en e-post når den er klar til å signeres.", null);
            return line.told("Takk for at du sa ja", "Vi lager arbeidsavtalen og sier fra når du kan signere den.");
        }
        if (!contract.get().candidateSigned()) {
            line.now("Signer arbeidsavtalen", "Les avtalen og signer den her på siden.", null);
            return line.told("Avtalen er klar", "Les arbeidsavtalen og signer den.");
        }
        line.done("Du har signert avtalen", "Takk!", null);
        if (!contract.get().employerSigned()) {
            line.now("Kommunen signerer", "Du får den ferdige avtalen når begge har signert.", null);
            return line.told("Takk for signaturen", "Nå signerer kommunen.");
        }
        line.done("Avtalen er signert av begge", "Du kan laste den ned her på siden.", null);
        line.next("Første arbeidsdag", "Lederen din tar kontakt.");
        return line.told(
                "Velkommen til oss", "Avtalen er signert av begge. Lederen din tar kontakt om første arbeidsdag.");
    }

    private static @Nullable String whenConcluded(ApplicationInfo application) {
        var at = application.answeredAt() != null && !application.withdrawn()
                ? application.answeredAt()
                : application.concludedAt();
        return at == null ? null : OsloTime.date(OsloTime.dayOf(at));
    }

    private static final class Line {

        private final List<Step> steps = new ArrayList<>();

        void done(String title, String text, @Nullable String when) {
            steps.add(new Step(Mark.DONE, title, text, when));
        }

        void now(String title, String text, @Nullable String when) {
            steps.add(new Step(Mark.NOW, title, text, when));
        }

        void next(String title, String text) {
            steps.add(new Step(Mark.NEXT, title, text, null));
        }

        CandidateTimeline told(String headline, String now) {
            return new CandidateTimeline(headline, now, List.copyOf(steps));
        }
    }
}
