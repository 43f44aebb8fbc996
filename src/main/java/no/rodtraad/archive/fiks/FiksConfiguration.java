package no.rodtraad.archive.fiks;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FiksConfiguration {

    @Bean
    FiksIo fiksIo(FiksSettings settings, FiksListener listener, Clock clock) {
        return new FiksIo(settings, FiksPlaces.of(settings.environment()), listener, clock);
    }
}
