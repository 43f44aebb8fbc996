package no.rodtraad.plan;

import no.rodtraad.process.Milestone;

/** What people call the milestones. */
public final class MilestoneNames {

    private MilestoneNames() {}

    public static String of(Milestone milestone) {
        return switch (milestone) {
            case POSITION_APPROVED -> "Stillingen er godkjent";
            case ADVERT_PUBLISHED -> "Utlysningen er ute";
            case APPLICATION_DEADLINE -> "Søknadsfrist";
            case INTERVIEWS_HELD -> "Intervjuene er holdt";
            case OFFER_SENT -> "Tilbudet er sendt";
            case CONTRACT_SIGNED -> "Avtalen er signert";
            case FIRST_DAY -> "Første arbeidsdag";
            case PROBATION_TALK_1 -> "Prøvetidssamtale 1";
            case PROBATION_TALK_2 -> "Prøvetidssamtale 2";
            case PROBATION_TALK_3 -> "Prøvetidssamtale 3";
            case PROBATION_DECIDED -> "Prøvetiden er vurdert";
            case PROBATION_COMPLETED -> "Prøvetiden er slutt";
        };
    }
}
