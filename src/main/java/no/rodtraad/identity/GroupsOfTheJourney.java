package no.rodtraad.identity;

import java.util.Map;
import no.rodtraad.process.JourneyGroups;
import org.springframework.stereotype.Component;

@Component
class GroupsOfTheJourney implements JourneyGroups {

    @Override
    public Map<String, String> names() {
        return Groups.names();
    }
}
