package no.rodtraad.redthread;

import java.util.Set;
import no.rodtraad.application.ApplicationInfo;
import no.rodtraad.application.Applications;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.hiring.HiringCases.HiringCase;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.NotYours;
import no.rodtraad.identity.Staff;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.springframework.stereotype.Component;

/** Which employee may see and do what in a case. Nobody learns whether a case of another municipality exists. */
@Component
class CaseAccess {

    static final Set<String> APPLICANT_READERS =
            Set.of("hr", "hrLead", "manager", "panel", "union", "appointingAuthority", "archive");
    static final Set<String> CONTRACT_READERS = Set.of("hr", "hrLead", "manager", "payroll", "archive");
    static final Set<String> ARCHIVE_READERS = Set.of("archive", "hr", "hrLead");
    static final Set<String> SIGNING_READERS = Set.of("hr", "manager");
    static final Set<String> ASSESSORS = Set.of("hr", "manager");
    static final Set<String> HR = Set.of("hr", "hrLead");
    static final Set<String> CANCELLERS = HR;

    private final HiringCases cases;
    private final Applications applications;

    CaseAccess(HiringCases cases, Applications applications) {
        this.cases = cases;
        this.applications = applications;
    }

    HiringCase open(Staff staff, String id) {
        CaseId caseId;
        try {
            caseId = new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw new NotHere();
        }
        if (!staff.belongsTo(caseId)) {
            throw new NotHere();
        }
        return cases.find(caseId).orElseThrow(NotHere::new);
    }

    ApplicationInfo application(HiringCase hiring, String id) {
        ApplicationId applicationId;
        try {
            applicationId = ApplicationId.of(id);
        } catch (IllegalArgumentException e) {
            throw new NotHere();
        }
        return applications
                .find(applicationId)
                .filter(application -> application.caseId().equals(hiring.id()))
                .orElseThrow(NotHere::new);
    }

    static void require(Staff staff, Set<String> groups, String sentence) {
        if (!staff.isIn(groups)) {
            throw new NotYours(sentence);
        }
    }

    static void requireApplicants(Staff staff) {
        require(
                staff,
                APPLICANT_READERS,
                "Søknadene kan leses av HR, leder, intervjupanel, tillitsvalgt, ansettelsesmyndighet og arkiv.");
    }
}
