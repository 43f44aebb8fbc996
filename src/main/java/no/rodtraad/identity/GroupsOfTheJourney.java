package no.rodtraad.identity;

import java.util.Set;
import no.rodtraad.process.JourneyGroups;
import org.springframework.stereotype.Component;

@Component
class GroupsOfTheJourney implements JourneyGroups {

    @Override
    public Set<String> ids() {
        return Groups.names().keySet();
    }
}
