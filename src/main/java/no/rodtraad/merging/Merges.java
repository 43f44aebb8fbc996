package no.rodtraad.merging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.rodtraad.difference.Differences;
import no.rodtraad.difference.FileDifference;
import no.rodtraad.difference.FileDifference.Change;
import no.rodtraad.difference.FileDifference.Kind;
import no.rodtraad.merging.FileReport.Clash;
import no.rodtraad.merging.FileReport.State;
import no.rodtraad.process.BaseFiles;
import no.rodtraad.process.BaseFiles.Base;
import no.rodtraad.process.BaseFiles.OwnFile;
import no.rodtraad.process.Municipalities;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds a municipality's own files up against what the base has become. */
@Component
public class Merges {

    private static final Logger LOG = LoggerFactory.getLogger(Merges.class);

    private final BaseFiles bases;
    private final Differences differences;
    private final Municipalities municipalities;

    Merges(BaseFiles bases, Differences differences, Municipalities municipalities) {
        this.bases = bases;
        this.differences = differences;
        this.municipalities = municipalities;
    }

    /** How many of the municipality's own files stand in place of a base file that has changed since. */
    public int waiting(String tenantId) {
        return Math.toIntExact(
                bases.own(tenantId).stream().filter(OwnFile::isWaiting).count());
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        for (String tenant : municipalities.tenantIds()) {
            int waiting = waiting(tenant);
            if (waiting > 0) {
                LOG.info("{}: grunnvarianten er endret under {} egne filer; se /prosesser/fletting", tenant, waiting);
            }
        }
    }

    List<FileReport> of(String tenantId) {
        return bases.own(tenantId).stream().map(this::report).toList();
    }

    Optional<FileReport> of(String tenantId, String name) {
        return bases.own(tenantId, name).map(this::report);
    }

    private FileReport report(OwnFile own) {
        @Nullable Base base = own.base();
        @Nullable Base madeFrom = own.madeFrom();
        if (base == null) {
            return new FileReport(own, title(own), State.ALONE, List.of(), List.of(), List.of(), null);
        }
        if (madeFrom == null) {
            List<Change> ours = changes(own.name(), base.text(), own.text());
            return new FileReport(own, title(own), State.UNKNOWN, ours, List.of(), List.of(), null);
        }
        List<Change> ours = changes(own.name(), madeFrom.text(), own.text());
        if (!own.isWaiting()) {
            return new FileReport(own, title(own), State.UNCHANGED, ours, List.of(), List.of(), null);
        }
        List<Change> theirs = changes(own.name(), madeFrom.text(), base.text());
        List<Clash> clashes = clashes(ours, theirs);
        @Nullable String merged = clashes.isEmpty() ? merged(own, madeFrom, base, ours, theirs) : null;
        State state = merged == null ? State.BY_HAND : State.MERGES;
        return new FileReport(own, title(own), state, ours, theirs, clashes, merged);
    }

    private static List<Clash> clashes(List<Change> ours, List<Change> theirs) {
        List<Clash> clashes = new ArrayList<>();
        for (Change our : ours) {
            theirs.stream()
                    .filter(their -> their.place().equals(our.place()) && !their.equals(our))
                    .filter(their -> their.kind() != Kind.MOVED && our.kind() != Kind.MOVED)
                    .forEach(their -> clashes.add(new Clash(our, their)));
        }
        return clashes;
    }

    /** A merge counts only when it holds what both have changed, and nothing else. */
    private @Nullable String merged(OwnFile own, Base madeFrom, Base base, List<Change> ours, List<Change> theirs) {
        String name = own.name();
        return ThreeWay.merged(madeFrom.text(), own.text(), base.text())
                .filter(text -> Soundness.of(name, text))
                .filter(text -> holds(theirs, ours, changes(name, own.text(), text)))
                .filter(text -> holds(ours, theirs, changes(name, base.text(), text)))
                .orElse(null);
    }

    private static boolean holds(List<Change> wanted, List<Change> doneBefore, List<Change> found) {
        Set<String> both = new HashSet<>(places(doneBefore));
        both.retainAll(places(wanted));
        Set<String> left = new HashSet<>(places(wanted));
        left.removeAll(both);
        return left.equals(places(found));
    }

    private static Set<String> places(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.kind() != Kind.MOVED)
                .map(change -> change.kind() + " " + change.place())
                .collect(Collectors.toSet());
    }

    private List<Change> changes(String name, String before, String after) {
        return differences.between(Map.of(name, before), Map.of(name, after)).stream()
                .map(FileDifference::changes)
                .flatMap(List::stream)
                .toList();
    }

    private String title(OwnFile own) {
        return differences.between(Map.of(), Map.of(own.name(), own.text())).stream()
                .map(FileDifference::title)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(own.name());
    }
}
