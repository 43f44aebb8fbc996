package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import no.rodtraad.outbox.OutboxRelay;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator can look after everything, and nobody else can. */
class AdministratorTest extends Story {

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private OutboxRelay outbox;

    @Test
    void seesTheProcessesOfEveryMunicipality() {
        assertThat(colleague("admin")
                        .get("/process-definition/count?key=hiring-case&latestVersion=true")
                        .body())
                .isEqualTo("{\"count\":2}");
    }

    @Test
    void mayLookAtJobsAndIncidents() {
        assertThat(colleague("admin").get("/job?maxResults=10").status()).isEqualTo(200);
        assertThat(mayUpdateInstances("admin")).contains("\"authorized\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hr1", "manager1", "designer1"})
    void othersMayNotChangeWhatRuns(String user) {
        assertThat(mayUpdateInstances(user)).contains("\"authorized\":false");
    }

    private String mayUpdateInstances(String user) {
        return colleague(user)
                .get(
                        "/authorization/check?permissionName=UPDATE&resourceName=PROCESS_INSTANCE&resourceType=8&resourceId=*")
                .body();
    }

    private Colleague colleague(String user) {
        return new Colleague("http://127.0.0.1:" + port, user, new World(management, outbox));
    }
}
