package no.rodtraad.redthread;

import java.util.List;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.application.Outcome;
import no.rodtraad.archive.ArchiveDesk;
import no.rodtraad.hiring.HiringCases.HiringCase;

/** What a case lacks in the archive before it may be closed, judged by how far its applications have come. */
final class MissingRecords {

    private MissingRecords() {}

    /** While applications are undecided, it counts as a case that hires. */
    static List<String> of(HiringCase hiring, ArchiveDesk desk, Applications applications) {
        List<ApplicationInfo> all = applications.ofCase(hiring.id());
        boolean hires = all.stream().anyMatch(one -> one.outcome() == Outcome.HIRED);
        return desk.missing(hiring.id(), hires || !isClosing(hiring, all));
    }

    /** Nothing more is to come by itself, and the case is not closed. */
    static boolean isClosing(HiringCase hiring, List<ApplicationInfo> all) {
        return switch (hiring.state()) {
            case OPEN -> !all.isEmpty() && all.stream().noneMatch(one -> one.outcome() == null);
            case CANCELLED -> true;
            case CLOSED -> false;
        };
    }
}
