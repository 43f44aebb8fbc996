package no.rodtraad.vacancy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.AdvertJourneys;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The package's own implementations, for tests of those who use them. */
public final class VacancyFixtures {

    private VacancyFixtures() {}

    public static Vacancies vacancies(JdbcClient database, HiringCases cases, Municipalities all, Clock clock) {
        return new Vacancies(database, cases, all, clock);
    }

    public static Adverts adverts(Vacancies vacancies, AdvertJourneys journeys) {
        return new Adverts(
                vacancies, PublicTextsTest.texts(), new PublicAddresses("https://stillinger.example/"), journeys);
    }

    /** A draft of a position as a kindergarten teacher. */
    public static Vacancy kindergartenTeacher(CaseId caseId, LocalDate deadline) {
        return new Vacancy(
                caseId,
                "barnehagelaerer",
                "Barnehagelærer",
                "Solbakken barnehage",
                "kindergartenTeacher",
                80,
                2,
                EmploymentType.SUBSTITUTE,
                "Vil du være med?",
                "- leke\n- lære",
                "Du er barnehagelærer.",
                null,
                "Gode kolleger & <frisk luft>.",
                null,
                "Etter tariff.",
                "Alle",
                "Kari Eksempel",
                "900 00 101",
                "kari@eksempelvik.example",
                true,
                deadline,
                deadline,
                Vacancy.State.DRAFT,
                null);
    }

    /** Keeps the draft and publishes it in the channels. */
    public static void publish(Vacancies vacancies, Vacancy draft, List<String> channels) {
        vacancies.saveDraft(draft);
        vacancies.publish(draft.caseId(), channels);
    }

    public static void prolong(Vacancies vacancies, CaseId caseId, LocalDate deadline) {
        vacancies.moveDeadline(caseId, deadline);
        vacancies.reopen(caseId);
    }

    public static void withdraw(Vacancies vacancies, CaseId caseId) {
        vacancies.withdraw(caseId);
    }
}
