package no.rodtraad.redthread;

import java.time.LocalDate;
import no.rodtraad.deadline.ClosedDays;
import no.rodtraad.identity.Staff;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What HR changes in its calendar, each noted in the audit log in the same transaction. */
@Service
class CalendarActions {

    private final ClosedDays closedDays;
    private final AuditLog audit;

    CalendarActions(ClosedDays closedDays, AuditLog audit) {
        this.closedDays = closedDays;
        this.audit = audit;
    }

    @Transactional
    public void close(Staff staff, String tenantId, LocalDate day, String reason) {
        closedDays.close(tenantId, day, reason);
        audit.addForMunicipality(staff, AuditLog.Action.CALENDAR_CHANGED, tenantId, "closed " + day);
    }

    @Transactional
    public void open(Staff staff, String tenantId, LocalDate day) {
        if (closedDays.open(tenantId, day)) {
            audit.addForMunicipality(staff, AuditLog.Action.CALENDAR_CHANGED, tenantId, "opened " + day);
        }
    }

    @Transactional
    public void closeJuly(Staff staff, String tenantId, boolean closed) {
        closedDays.closeJuly(tenantId, closed);
        audit.addForMunicipality(
                staff, AuditLog.Action.CALENDAR_CHANGED, tenantId, closed ? "july rests" : "july counts");
    }
}
