package no.rodtraad.process;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules refuse what was to be put in force. What was in force before still is. */
public final class ReleaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;
    private final @Nullable String tenantId;

    /** @param findings at least one */
    public ReleaseRefused(List<Finding> findings) {
        this(findings, null);
    }

    private ReleaseRefused(List<Finding> findings, @Nullable String tenantId) {
        super(findings.stream().map(Finding::text).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
        this.tenantId = tenantId;
    }

    /** The same, said of one of several municipalities. */
    public ReleaseRefused of(String tenant) {
        return new ReleaseRefused(findings, tenant);
    }

    /** Whose release it would have been; null where that goes without saying. */
    public @Nullable String tenantId() {
        return tenantId;
    }

    public List<Finding> findings() {
        return findings;
    }
}
