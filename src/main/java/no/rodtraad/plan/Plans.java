package no.rodtraad.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.rodtraad.process.CaseId;
import no.rodtraad.process.Milestone;
import org.jspecify.annotations.Nullable;

/** The plan of a case, for the pages that show it. */
public interface Plans {

    /** In the order of the journey; planned dates are missing before HR has set up the plan. */
    List<PlannedMilestone> milestones(CaseId caseId);

    /** Who has which role. Before there is a plan: the one who reported the need, as manager. */
    List<PlannedRole> roles(CaseId caseId);

    /** Those to come and those held, by time; without the ones cancelled. */
    List<Meeting> meetings(CaseId caseId);

    /**
     * @param reached when it happened
     * @param forecast when it is expected to happen as things stand; the day it happened once it has
     */
    record PlannedMilestone(
            Milestone milestone,
            @Nullable LocalDate planned,
            LocalDate forecast,
            @Nullable Instant reached) {}

    /** User ids. */
    record PlannedRole(
            String groupId,
            @Nullable String holder,
            @Nullable String deputy) {}

    record Meeting(UUID id, String title, Instant startsAt, Instant endsAt, String place) {}
}
