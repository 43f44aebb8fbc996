package no.rodtraad.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.rodtraad.application.Applications;
import no.rodtraad.archive.TestDatabase;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.identity.Staff;
import no.rodtraad.insight.CaseClocks.Measure;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.CaseTime.Kind;
import no.rodtraad.process.DecisionPoint;
import no.rodtraad.process.Milestone;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.OsloTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.ui.ExtendedModelMap;

/** The tables themselves, in a real database; a journey is told of as its diagrams tell of it. */
@SpringJUnitConfig
@DisplayName("How long hirings take")
class DurationsTest {

    private static final String TENANT = "provedal";
    private static final LocalDate REPORTED = LocalDate.of(2027, 1, 4);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CaseClockStore clocks;

    @Autowired
    private Spans spans;

    @Autowired
    private Durations durations;

    @Autowired
    private MovableClock time;

    @BeforeEach
    void noCases() {
        List.of("case_spans", "case_clocks", "applications", "applicants")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        jdbc.sql("delete from hiring_cases where tenant_id = :tenant")
                .param("tenant", TENANT)
                .update();
    }

    @Test
    void isWhatHalfAndFourOutOfFiveOfTheCasesDoNotExceed() {
        finished(1, 60, 100, 280);
        finished(2, 90, 120, 300);
        finished(3, 75, 150, 330);
        finished(4, 110, 205, 385);
        finished(5, 130, 240, 420);

        Map<Measure, Percentiles> figures = durations.of(List.of(TENANT)).figures();

        assertThat(halfAndMost(figures, Measure.NEED_TO_SIGNED)).containsExactly(90L, 110L);
        assertThat(halfAndMost(figures, Measure.NEED_TO_FIRST_DAY)).containsExactly(150L, 205L);
        assertThat(halfAndMost(figures, Measure.APPLICATION_TO_SIGNED)).containsExactly(60L, 80L);
        assertThat(halfAndMost(figures, Measure.NEED_TO_END_OF_PROBATION)).containsExactly(330L, 385L);
    }

    @Test
    void isShownNextToTheNumberOfDaysThatTheMunicipalityComparesWith() {
        for (int number = 1; number <= 5; number++) {
            finished(number, 60 + number, 100 + number, 280 + number);
        }
        var page = new TimesPage(
                durations,
                new Municipalities(
                        Map.of(TENANT, new Municipalities.Municipality("Prøvedal", "999999999", "Prøvedal"))),
                205);
        var model = new ExtendedModelMap();

        page.show(new Staff("hr2", List.of("hr"), List.of(TENANT)), model);

        assertThat(model).containsEntry("baseline", 205);
        assertThat(model.get("figures"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(TimesPage.Figure.class))
                .contains(new TimesPage.Figure("Fra behov til første arbeidsdag", "5 saker", "103 dager", "104 dager"));
    }

    @Test
    void countsACaseAsFarAsItHasComeAndACancelledOneNotAtAll() {
        finished(1, 60, 100, 280);
        reported(2);
        reached(Milestone.CONTRACT_SIGNED, 2, 70);
        finished(3, 50, 90, 250);
        jdbc.sql("update hiring_cases set state = 'CANCELLED' where case_number = '2027-0003'")
                .update();

        Durations.Summary summary = durations.of(List.of(TENANT));

        assertThat(cases(summary, Measure.NEED_TO_SIGNED)).isEqualTo(2);
        assertThat(cases(summary, Measure.NEED_TO_FIRST_DAY)).isOne();
        assertThat(summary.timeUseCases()).isEqualTo(2);
        assertThat(durations.of(List.of()).timeUseCases()).isZero();
        assertThat(cases(durations.of(List.of("eksempelvik")), Measure.NEED_TO_SIGNED))
                .as("another municipality")
                .isZero();
    }

    @Test
    void keepsEveryClockOfTheCaseInOneRow() {
        reported(1);
        time.now = at(10);
        clocks.reached(caseId(1), DecisionPoint.NEED);
        time.now = at(17);
        clocks.reached(caseId(1), DecisionPoint.ADVERT);
        reached(Milestone.APPLICATION_DEADLINE, 1, 38);
        hiredApplication(1, 30);
        time.now = at(70);
        clocks.reached(caseId(1), DecisionPoint.SIGNING);
        time.now = at(80);
        clocks.started(caseId(1), DecisionPoint.NEED);
        clocks.stopped(caseId(1));
        reached(Milestone.FIRST_DAY, 1, 160);
        reached(Milestone.PROBATION_COMPLETED, 1, 341);

        assertThat(clocks.ofTenants(List.of(TENANT)))
                .containsExactly(Map.entry(
                        caseId(1),
                        new CaseClocks(
                                at(0),
                                at(10),
                                at(17),
                                at(38),
                                at(30),
                                at(70),
                                REPORTED.plusDays(160),
                                REPORTED.plusDays(341))));
    }

    @Test
    void isSignedWhenTheLastCandidateHadSigned() {
        reported(1);
        reached(Milestone.CONTRACT_SIGNED, 1, 70);
        reached(Milestone.CONTRACT_SIGNED, 1, 95);

        assertThat(clocks.ofTenants(List.of(TENANT)).values())
                .extracting(CaseClocks::signed)
                .containsExactly(at(95));
    }

    @Test
    void addsUpWhatTheTimeUntilSigningWasSpentOn() {
        reported(1);
        spans.spent(caseId(1), "task:1", "assessNeed", Kind.WORKED, at(0), at(4));
        spans.spent(caseId(1), "activity:2", "applicationDeadline", Kind.WAITING_BY_PLAN, at(2), at(20));
        reached(Milestone.CONTRACT_SIGNED, 1, 30);
        reported(2);
        spans.spent(caseId(2), "task:3", "assessNeed", Kind.WORKED, at(0), at(6));
        reached(Milestone.CONTRACT_SIGNED, 2, 10);

        TimeUse use = durations.of(List.of(TENANT)).timeUse();

        assertThat(use.byKind().get(Kind.WORKED)).hasDays(10);
        assertThat(use.byKind().get(Kind.WAITING_BY_PLAN)).hasDays(16);
        assertThat(use.other()).hasDays(14);
    }

    private static int cases(Durations.Summary summary, Measure measure) {
        return Objects.requireNonNull(summary.figures().get(measure)).count();
    }

    private static List<Long> halfAndMost(Map<Measure, Percentiles> figures, Measure measure) {
        Percentiles days = Objects.requireNonNull(figures.get(measure));
        return List.of(days.percentile(50).orElseThrow(), days.percentile(80).orElseThrow());
    }

    /** The hired one applied thirty days after the need was reported. */
    private void finished(int number, int signed, int firstDay, int probation) {
        reported(number);
        hiredApplication(number, 30);
        reached(Milestone.CONTRACT_SIGNED, number, signed);
        reached(Milestone.FIRST_DAY, number, firstDay);
        reached(Milestone.PROBATION_COMPLETED, number, probation);
    }

    private void reported(int number) {
        time.now = at(0);
        jdbc.sql("""
                        insert into hiring_cases (id, tenant_id, case_number, title, occupational_group, workplace,
                                                  reported_by, reported_at, state)
                        values (:id, :tenant, :number, 'Ingeniør', 'engineer', 'Rådhuset', 'manager2', :at, 'OPEN')""")
                .param("id", caseId(number).value())
                .param("tenant", TENANT)
                .param("number", caseId(number).caseNumber())
                .param("at", at(0).atOffset(ZoneOffset.UTC))
                .update();
        clocks.started(caseId(number), DecisionPoint.NEED);
    }

    private void reached(Milestone milestone, int number, int daysAfter) {
        time.now = at(daysAfter);
        clocks.reached(caseId(number), milestone);
    }

    private void hiredApplication(int number, int daysAfter) {
        UUID applicant = UUID.randomUUID();
        jdbc.sql("""
                        insert into applicants (id, tenant_id, name, email, phone, birth_year, gender, job_title,
                                                municipality, created_at)
                        values (:id, :tenant, 'Demo Søker', 'demo@example.com', '00000000', 1990, 'OTHER', 'Ingeniør',
                                'Prøvedal', now())""").param("id", applicant).param("tenant", TENANT).update();
        jdbc.sql("""
                        insert into applications (id, tenant_id, case_id, applicant_id, received_at, letter, education,
                                                  experience, outcome)
                        values (:id, :tenant, :case, :applicant, :at, '', '', '', 'HIRED')""")
                .param("id", UUID.randomUUID())
                .param("tenant", TENANT)
                .param("case", caseId(number).value())
                .param("applicant", applicant)
                .param("at", at(daysAfter).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static CaseId caseId(int number) {
        return CaseId.of(TENANT, "2027-%04d".formatted(number));
    }

    private static Instant at(int daysAfter) {
        return REPORTED.plusDays(daysAfter)
                .atTime(LocalTime.NOON)
                .atZone(OsloTime.ZONE)
                .toInstant();
    }

    private static final class MovableClock extends Clock {

        private Instant now = at(0);

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Configuration
    @ComponentScan(
            basePackages = "no.rodtraad",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {
                                HiringCases.class,
                                Applications.class,
                                CaseClockStore.class,
                                Spans.class,
                                Durations.class
                            }))
    static class Parts {

        @Bean
        TestDatabase database() {
            return new TestDatabase();
        }

        @Bean
        JdbcClient jdbc(TestDatabase database) {
            return database.client();
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
