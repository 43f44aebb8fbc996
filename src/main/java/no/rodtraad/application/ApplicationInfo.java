package no.rodtraad.application;

import java.time.Instant;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * One application and the one who sent it.
 *
 * @param wish null when it was sent alone
 */
public record ApplicationInfo(
        ApplicationId id,
        CaseId caseId,
        String applicantName,
        String email,
        String phone,
        int birthYear,
        Gender gender,
        String jobTitle,
        String municipality,
        Instant receivedAt,
        String letter,
        String education,
        String experience,
        @Nullable String source,
        @Nullable String exemptionReason,
        @Nullable Boolean exemptionGranted,
        @Nullable String exemptionAssessment,
        @Nullable Assessment assessment,
        @Nullable String assessmentReason,
        boolean invited,
        @Nullable Instant interviewedAt,
        @Nullable Instant assessedAt,
        @Nullable Integer rank,
        @Nullable Outcome outcome,
        @Nullable Instant answeredAt,
        @Nullable Instant concludedAt,
        @Nullable Instant interviewAt,
        @Nullable String interviewPlace,
        @Nullable Wish wish) {

    public boolean withdrawn() {
        return outcome == Outcome.WITHDRAWN;
    }

    /** Nothing is decided or answered, so that it may be withdrawn. */
    boolean underWay() {
        return outcome == null && answeredAt == null;
    }

    public boolean exemptionRequested() {
        return exemptionReason != null;
    }

    /** Whether the request for exemption from the public list still waits for an answer. */
    public boolean exemptionPending() {
        return exemptionRequested() && exemptionGranted == null;
    }

    /** The first word of the name. */
    public String firstName() {
        return applicantName.strip().split("\\s+")[0];
    }

    /** Nobody has told the applicant how it ended. */
    public boolean open() {
        return answeredAt == null && concludedAt == null && !withdrawn();
    }
}
