package no.rodtraad.retention;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long working copies are kept, counted from the day the case ended. What the law says about archives is met by the
 * archive (arkivlova; check before use); what is kept here besides must have a purpose (GDPR article 5 no. 1 e). Six
 * months are the journey's own estimate: long enough for a complaint, and practice varies from three to twelve.
 *
 * @param unsuccessful applications of those who were not hired
 * @param hired the application of the one who was
 * @param casePapers what people wrote in the forms of the case, the lists of applicants and mails to employees
 * @param links secret links that no longer work, counted from the day they stopped
 */
@ConfigurationProperties("rodtraad.retention")
record RetentionPeriods(
        @DefaultValue("P6M") Period unsuccessful,
        @DefaultValue("P12M") Period hired,
        @DefaultValue("P12M") Period casePapers,
        @DefaultValue("P30D") Period links) {}
