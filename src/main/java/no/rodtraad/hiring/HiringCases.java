package no.rodtraad.hiring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;

/** The hiring cases of the municipalities. */
public interface HiringCases {

    HiringCase get(CaseId caseId);

    Optional<HiringCase> find(CaseId caseId);

    /** Newest first. */
    List<HiringCase> ofTenants(List<String> tenantIds);

    /** Marks an open case as cancelled, so that everyone's answer can say why. */
    void cancel(CaseId caseId, String reason);

    /** A case that is called off lives on in another one, where its applicants may apply. */
    void merge(CaseId caseId, CaseId into);

    /** What a case that was called off was merged into. */
    Optional<CaseId> mergedInto(CaseId caseId);

    /** The position has become vacant again: a case that was closed, or waits to be, is under way once more. */
    void reopen(CaseId caseId);

    /** @param occupationalGroup {@code teacher}, {@code nurse} … */
    record HiringCase(
            CaseId id,
            String title,
            String occupationalGroup,
            String workplace,
            String reportedBy,
            Instant reportedAt,
            State state,
            @Nullable String outcome,
            @Nullable String cancelReason) {}

    enum State {
        OPEN,
        CLOSED,
        CANCELLED
    }
}
