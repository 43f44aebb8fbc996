package no.rodtraad.link;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a secret link works from the moment it was made.
 *
 * @param application to the candidate's own pages: a whole journey with its probation
 * @param draft to an application that is not sent: longer than any application deadline is away
 * @param survey to a survey
 * @param pool to a membership of the talent pool: the consent's year and the month it may be renewed in
 */
@ConfigurationProperties("rodtraad.link-validity")
record LinkValidity(
        @DefaultValue("365d") Duration application,
        @DefaultValue("120d") Duration draft,
        @DefaultValue("60d") Duration survey,
        @DefaultValue("400d") Duration pool) {

    Duration of(Purpose purpose) {
        return switch (purpose) {
            case APPLICATION -> application;
            case DRAFT -> draft;
            case SURVEY -> survey;
            case POOL -> pool;
        };
    }
}
