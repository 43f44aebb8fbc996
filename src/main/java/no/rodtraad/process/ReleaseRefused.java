package no.rodtraad.process;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules refuse what was to be put in force. What was in force before still is. */
public final class ReleaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String tenantId;
    private final transient List<Finding> findings;

    /**
     * @param tenantId whose release it would have been; null when it is the one that was asked for
     * @param findings at least one
     */
    public ReleaseRefused(@Nullable String tenantId, List<Finding> findings) {
        super(findings.stream().map(Finding::text).collect(Collectors.joining("\n")));
        this.tenantId = tenantId;
        this.findings = List.copyOf(findings);
    }

    public @Nullable String tenantId() {
        return tenantId;
    }

    public List<Finding> findings() {
        return findings;
    }
}
