package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("An advert in several channels")
class ChannelStoryTest extends CaseStory {

    @Autowired
    private ManagementService engine;

    ChannelStoryTest() {
        super("2026-02-02", LocalDate.parse("2026-08-03"));
    }

    @AfterEach
    void navIsNotChosenAnyMore() {
        jdbc.sql("delete from capability_settings where capability = 'NAV'").update();
    }

    @Test
    void goesOutOnOurPagesAlthoughAnotherChannelFails() {
        jdbc.sql("""
                        insert into capability_settings (tenant_id, capability, adapter, changed_at, changed_by)
                        values ('eksempelvik', 'NAV', 'nav', now(), 'hrLead1')""").update();
        hiring.reportNeed();
        hiring.assessNeed();
        hiring.approve();
        hiring.setUpPlan(Map.of());
        hiring.writeAdvert(world.today().plusDays(21));
        assertThatThrownBy(() -> hiring.publish(List.of("own", "nav", "socialMedia")))
                .hasMessageContaining("Overføring til NAV er ikke satt opp");
        world.settle();
        List<Job> failing = engine.createJobQuery().withException().list();
        assertThat(failing)
                .singleElement()
                .satisfies(
                        job -> assertThat(job.getExceptionMessage()).contains("Overføring til NAV er ikke satt opp"));
        assertThat(hiring.candidate("Kari").visits("/").text()).contains("Barnehagelærer");
    }
}
