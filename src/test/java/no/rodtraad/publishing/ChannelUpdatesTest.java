package no.rodtraad.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.rodtraad.archive.InMemoryCase;
import no.rodtraad.archive.TestDatabase;
import no.rodtraad.capability.Capability;
import no.rodtraad.capability.ManualWork;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.Municipalities.Municipality;
import no.rodtraad.vacancy.Vacancies;
import no.rodtraad.vacancy.VacancyFixtures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An advert in a channel")
class ChannelUpdatesTest {

    private static final CaseId CASE = InMemoryCase.ID;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DEADLINE = LocalDate.parse("2026-12-20");
    private static TestDatabase database;

    private final List<String> nav = new ArrayList<>();
    private final HiringCases cases = mock();
    private final ManualWork manualWork = mock();
    private String navAdapter = "nav";
    private boolean navFails;
    private Vacancies vacancies;
    private ChannelUpdates updates;

    @BeforeAll
    static void start() {
        database = new TestDatabase();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void anAdvertIsPublished() {
        database.client().sql("delete from publications").update();
        database.client().sql("delete from vacancies").update();
        theCaseIs(HiringCases.State.OPEN);
        Municipalities municipalities = new Municipalities(
                Map.of("eksempelvik", new Municipality("Eksempelvik kommune", "000000001", "Rådhusgata 1")));
        vacancies = VacancyFixtures.vacancies(database.client(), cases, municipalities, CLOCK);
        VacancyFixtures.publish(
                vacancies,
                VacancyFixtures.kindergartenTeacher(CASE, DEADLINE),
                List.of("own", "internal", "nav", "finn", "socialMedia"));
        updates = new ChannelUpdates(
                List.of(new RecordingNav()),
                new Publications(database.client(), CLOCK),
                vacancies,
                VacancyFixtures.adverts(vacancies, mock()),
                cases,
                municipalities,
                (tenant, capability) -> navAdapter,
                manualWork);
    }

    @Test
    void isPutThereOnceAndChangedOnlyWhenItSaysSomethingElse() {
        assertThat(updates.update(CASE, "nav")).isFalse();
        updates.update(CASE, "nav");
        assertThat(nav).containsExactly("publish 2026-12-20");

        VacancyFixtures.prolong(vacancies, CASE, DEADLINE.plusDays(14));
        updates.update(CASE, "nav");
        updates.update(CASE, "nav");
        assertThat(nav).containsExactly("publish 2026-12-20", "update 2027-01-03");
    }

    @Test
    void isTakenDownOnceWhenItIsWithdrawnAndPutThereAgainWhenItIsBack() {
        updates.update(CASE, "nav");
        VacancyFixtures.withdraw(vacancies, CASE);
        updates.update(CASE, "nav");
        updates.update(CASE, "nav");
        VacancyFixtures.prolong(vacancies, CASE, DEADLINE);
        updates.update(CASE, "nav");

        assertThat(nav).containsExactly("publish 2026-12-20", "withdraw 2026-12-20", "publish 2026-12-20");
    }

    @Test
    void isTakenDownWhenTheHiringIsCalledOff() {
        updates.update(CASE, "nav");
        theCaseIs(HiringCases.State.CANCELLED);
        updates.update(CASE, "nav");

        assertThat(nav).containsExactly("publish 2026-12-20", "withdraw 2026-12-20");
    }

    @Test
    void neverComesThereWhenItWasWithdrawnFirst() {
        VacancyFixtures.withdraw(vacancies, CASE);

        assertThat(updates.update(CASE, "nav")).isFalse();
        assertThat(updates.update(CASE, "finn")).isFalse();
        assertThat(nav).isEmpty();
    }

    @Test
    void isNotThereUntilTheChannelHasTakenIt() {
        navFails = true;
        assertThatThrownBy(() -> updates.update(CASE, "nav")).hasMessage("NAV er nede");
        navFails = false;
        updates.update(CASE, "nav");

        assertThat(nav).containsExactly("publish 2026-12-20");
        assertThat(noteOf("nav")).isEqualTo("svar fra NAV");
    }

    @Test
    void isPutThereByHandWhereNoSystemDoesIt() {
        assertThat(updates.update(CASE, "finn")).isTrue();
        assertThat(updates.due(CASE, "finn")).isEqualTo(Change.PUBLISH);
        updates.doneByHand(CASE, "finn", "Finnkode 123");
        assertThat(updates.update(CASE, "finn")).isFalse();
        assertThat(noteOf("finn")).isEqualTo("Finnkode 123");

        VacancyFixtures.prolong(vacancies, CASE, DEADLINE.plusDays(1));
        assertThat(updates.update(CASE, "finn")).isTrue();
        assertThat(updates.due(CASE, "finn")).isEqualTo(Change.UPDATE);
        updates.doneByHand(CASE, "finn", "");

        theCaseIs(HiringCases.State.CANCELLED);
        assertThat(updates.due(CASE, "finn")).isEqualTo(Change.WITHDRAW);
        updates.doneByHand(CASE, "finn", "");
        assertThat(updates.due(CASE, "finn")).isEqualTo(Change.NOTHING);
        updates.doneByHand(CASE, "finn", "en gang til");
        assertThat(noteOf("finn")).isEmpty();
    }

    @Test
    void isRegisteredByHandAtNavWhereTheMunicipalityHasChosenSoAndTheTimeIsMeasured() {
        navAdapter = "manual";

        assertThat(updates.update(CASE, "nav")).isTrue();
        verify(manualWork).began(eq("eksempelvik"), eq(Capability.NAV), eq(CASE), any());
        updates.doneByHand(CASE, "nav", "");
        verify(manualWork).done(any());
        assertThat(nav).isEmpty();
    }

    @Test
    void isPutOnTheIntranetByHandWithTheWholeText() {
        assertThat(updates.update(CASE, "internal")).isTrue();
        assertThat(ManualChannel.find("internal")).hasValueSatisfying(channel -> {
            assertThat(channel.label()).isEqualTo("Intranett og oppslag for ansatte");
            assertThat(ReadyText.of(updates.advert(CASE, "internal"), channel.length()))
                    .contains("Arbeidsoppgaver")
                    .endsWith("?kanal=internal");
        });
        updates.doneByHand(CASE, "internal", "Oppslag i gangen");
        assertThat(updates.update(CASE, "internal")).isFalse();
    }

    @Test
    void isReadyToCopy() {
        String whole = ReadyText.of(updates.advert(CASE, "finn"), ManualChannel.Length.WHOLE);
        String brief = ReadyText.of(updates.advert(CASE, "finn"), ManualChannel.Length.SHORT);

        assertThat(whole)
                .startsWith("Barnehagelærer, 2 ")
                .contains("Arbeidsoppgaver\n– leke\n– lære", "Gode kolleger & <frisk luft>.", "Kontakt Kari Eksempel")
                .endsWith("Søknadsfrist: søndag 20. desember 2026\n"
                        + "Les mer og søk: https://stillinger.example/stillinger/barnehagelaerer?kanal=finn");
        assertThat(brief).hasSizeLessThan(300).contains("Vil du være med?").doesNotContain("Arbeidsoppgaver");
    }

    private void theCaseIs(HiringCases.State state) {
        when(cases.get(CASE))
                .thenReturn(new HiringCases.HiringCase(
                        CASE,
                        "Barnehagelærer",
                        "kindergartenTeacher",
                        "Solbakken barnehage",
                        "manager1",
                        Instant.EPOCH,
                        state,
                        null,
                        null));
    }

    private String noteOf(String channel) {
        return database.client()
                .sql("select note from publications where channel = :channel")
                .param("channel", channel)
                .query(String.class)
                .single();
    }

    private final class RecordingNav implements PublishingChannel {

        @Override
        public String id() {
            return "nav";
        }

        @Override
        public String publish(Advert advert) {
            return did("publish", advert);
        }

        @Override
        public String update(Advert advert) {
            return did("update", advert);
        }

        @Override
        public String withdraw(Advert advert) {
            return did("withdraw", advert);
        }

        private String did(String what, Advert advert) {
            if (navFails) {
                throw new IllegalStateException("NAV er nede");
            }
            nav.add(what + " " + advert.vacancy().applicationDeadline());
            return "svar fra NAV";
        }
    }
}
