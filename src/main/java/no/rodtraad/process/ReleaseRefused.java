package no.rodtraad.process;

import java.util.List;
import java.util.stream.Collectors;

/** The rules refuse what was to be put in force. What was in force before still is. */
public final class ReleaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** @param findings at least one */
    public ReleaseRefused(List<Finding> findings) {
        super(findings.stream().map(Finding::text).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
