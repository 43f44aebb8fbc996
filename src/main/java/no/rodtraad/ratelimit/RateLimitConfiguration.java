package no.rodtraad.ratelimit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the limits right behind Spring Security. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "rodtraad.rate-limits.enabled", matchIfMissing = true)
class RateLimitConfiguration {

    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimits(RateLimits limits) {
        var registration = new FilterRegistrationBean<>(new RateLimitFilter(new Visitors(limits)));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }
}
