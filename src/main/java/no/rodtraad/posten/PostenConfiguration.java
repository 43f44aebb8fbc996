package no.rodtraad.posten;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PostenSettings.class)
class PostenConfiguration {

    @Bean
    PostenPortal postenPortal(PostenSettings settings, OrganisationCertificate certificate, Clock clock) {
        return new PostenPortal(settings, settings.environment().service(), certificate, clock);
    }
}
