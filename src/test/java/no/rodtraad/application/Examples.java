package no.rodtraad.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import no.rodtraad.vacancy.EmploymentType;
import no.rodtraad.vacancy.Vacancy;
import org.jspecify.annotations.Nullable;

/** An advert and an applicant to test with. */
final class Examples {

    static final CaseId CASE = CaseId.of("eksempelvik", "2026-0042");
    static final ApplicationId APPLICATION = new ApplicationId(UUID.fromString("11111111-2222-3333-4444-555555555555"));
    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private Examples() {}

    static Vacancy vacancy() {
        return vacancy(CASE, "barnehagelaerer-eksempelvik-2026-0042", "Barnehagelærer", "kindergartenTeacher");
    }

    /** Another one. */
    static Vacancy vacancy(String tenantId, String title, String occupationalGroup) {
        return vacancy(CaseId.of(tenantId, "2026-0043"), title.toLowerCase(Locale.ROOT), title, occupationalGroup);
    }

    private static Vacancy vacancy(CaseId caseId, String slug, String title, String occupationalGroup) {
        return new Vacancy(
                caseId,
                slug,
                title,
                "Solkollen barnehage",
                occupationalGroup,
                100,
                2,
                EmploymentType.PERMANENT,
                "Vil du være med når fireåringer bygger båt av drivved?",
                "Du skal\n\n- planlegge det pedagogiske arbeidet\n- samarbeide med foreldre",
                "- godkjent utdanning som barnehagelærer\n- norsk på nivå B2",
                "- møter barn med varme og ro",
                "- hel stilling fra første dag\n- egen fadder",
                "Barnehagen har fire avdelinger.",
                "Lønn etter tariffavtalen.",
                "Barnehagelærere",
                "Solveig Eksempelsen",
                "900 00 101",
                "solveig.eksempelsen@eksempelvik.example",
                true,
                LocalDate.parse("2026-12-18"),
                LocalDate.parse("2026-12-18"),
                Vacancy.State.PUBLISHED,
                NOW);
    }

    static ApplicationInfo application(
            boolean invited,
            @Nullable Instant interviewAt,
            @Nullable Instant interviewedAt,
            @Nullable Outcome outcome) {
        return application(APPLICATION, invited, interviewAt, interviewedAt, outcome, null);
    }

    /** One of several that were sent together. */
    static ApplicationInfo application(ApplicationId id, Wish wish, @Nullable Outcome outcome) {
        return application(id, false, null, null, outcome, wish);
    }

    private static ApplicationInfo application(
            ApplicationId id,
            boolean invited,
            @Nullable Instant interviewAt,
            @Nullable Instant interviewedAt,
            @Nullable Outcome outcome,
            @Nullable Wish wish) {
        return new ApplicationInfo(
                id,
                CASE,
                "Kari Prøvesen",
                "kari@eksempel.example",
                "900 00 001",
                1990,
                Gender.FEMALE,
                "Barnehagelærer",
                "Prøvedal",
                NOW,
                "Jeg vil gjerne jobbe hos dere.",
                "Bachelor",
                "Fem år i barnehage",
                null,
                null,
                null,
                null,
                null,
                null,
                invited,
                interviewedAt,
                null,
                null,
                outcome,
                null,
                outcome == null ? null : NOW,
                interviewAt,
                interviewAt == null ? null : "Rådhuset, møterom Fjord",
                wish);
    }
}
