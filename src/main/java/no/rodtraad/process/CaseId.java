package no.rodtraad.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Identifies one hiring: {@code <municipality>-<case number>}, e.g. {@code eksempelvik-2026-0042}. The case number alone
 * is the engine's business key; it is unique within a municipality only.
 */
public record CaseId(String value) {

    private static final Pattern SHAPE = Pattern.compile("([a-zA-Z0-9]+)-(\\d{4}-\\d{4,})");

    public CaseId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a case id: " + value);
        }
    }

    public static CaseId of(String tenantId, String caseNumber) {
        return new CaseId(tenantId + "-" + caseNumber);
    }

    /** The case that the step belongs to. */
    public static CaseId of(VariableScope scope) {
        return new CaseId(HiringVariables.CASE_ID.from(scope));
    }

    public String tenantId() {
        return part(1);
    }

    /** {@code YYYY-NNNN}. */
    public String caseNumber() {
        return part(2);
    }

    private String part(int group) {
        Matcher matcher = SHAPE.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalStateException("Not a case id: " + value);
        }
        return matcher.group(group);
    }

    @Override
    public String toString() {
        return value;
    }
}
