package no.rodtraad.application;

import java.util.List;
import java.util.Optional;
import no.rodtraad.messaging.Recipients;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.springframework.stereotype.Component;

/** Whom messages about a case reach. */
@Component
class MessageRecipients implements Recipients {

    private final Applications applications;

    MessageRecipients(Applications applications) {
        this.applications = applications;
    }

    @Override
    public List<ApplicationId> openOfCase(CaseId caseId) {
        return applications.waiting(caseId);
    }

    @Override
    public Optional<ApplicationId> hiredOfCase(CaseId caseId) {
        return applications.ofCase(caseId).stream()
                .filter(application -> application.outcome() == Outcome.HIRED)
                .map(ApplicationInfo::id)
                .findFirst();
    }
}
