package no.rodtraad.variant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.StaffDirectory;
import no.rodtraad.process.OsloTime;
import no.rodtraad.process.ProcessVersion;
import no.rodtraad.process.ProcessVersion.ChangedFile;
import no.rodtraad.process.ProcessVersion.Reason;
import no.rodtraad.process.ProcessVersions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The versions of a municipality as the page shows them. */
@Component
class VersionViews {

    private static final String APPLICATION = "Rød tråd";

    private final ProcessVersions versions;
    private final Trials trials;
    private final StaffDirectory directory;

    VersionViews(ProcessVersions versions, Trials trials, StaffDirectory directory) {
        this.versions = versions;
        this.trials = trials;
        this.directory = directory;
    }

    /**
     * @param before id of the version before; null for the first
     * @param why what is shown as the reason; null when it is missing
     * @param earlier what was said before, newest first
     */
    record VersionView(
            String id,
            int number,
            boolean inForce,
            @Nullable String before,
            String since,
            String by,
            @Nullable String why,
            List<Said> earlier,
            List<File> files,
            String cases,
            @Nullable TrialView trial) {

        public boolean isTried() {
            return trial != null && trial.conclusion() == null;
        }

        public boolean mayBeTried() {
            return inForce && before != null && !isTried();
        }
    }

    /**
     * @param state what the tag says
     * @param mark {@code near}, {@code late} or {@code good}
     * @param conclusion null until somebody has concluded
     */
    record TrialView(
            String state,
            String mark,
            String purpose,
            @Nullable String conclusion) {

        boolean open() {
            return conclusion == null;
        }
    }

    record Said(String text, String by, String at) {}

    /** @param what what has happened to it, in people's words */
    record File(String what, String name) {}

    /** @throws NotHere when the municipality has no such version */
    static VersionView find(List<VersionView> all, String id) {
        return all.stream()
                .filter(version -> version.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotHere("Denne versjonen finnes ikke. Velg en versjon i listen."));
    }

    /** Newest first. */
    List<VersionView> of(String tenantId) {
        List<ProcessVersion> all = versions.of(tenantId);
        Map<String, Trial> tried = new HashMap<>();
        trials.ofTenant(tenantId).forEach(trial -> tried.putIfAbsent(trial.versionId(), trial));
        List<VersionView> views = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ProcessVersion version = all.get(i);
            @Nullable String before = i + 1 < all.size() ? all.get(i + 1).id() : null;
            views.add(view(version, i == 0, before, tried.get(version.id())));
        }
        return views;
    }

    private VersionView view(ProcessVersion version, boolean inForce, @Nullable String before, @Nullable Trial trial) {
        return new VersionView(
                version.id(),
                version.number(),
                inForce,
                before,
                VersionTexts.time(version.since()),
                version.by() == null ? APPLICATION : directory.nameOf(version.by()),
                version.reason().orElse(version.by() == null ? ofTheApplication(before) : null),
                version.reasons().stream().skip(1).map(this::said).toList(),
                version.changes().stream().map(VersionViews::file).toList(),
                VersionTexts.cases(version.openCases()),
                trial == null ? null : view(trial));
    }

    private TrialView view(Trial trial) {
        Trial.@Nullable Conclusion conclusion = trial.conclusion();
        if (conclusion != null) {
            return new TrialView(
                    conclusion.kept() ? "Prøvd og beholdt" : "Prøvd, og gikk tilbake",
                    conclusion.kept() ? "good" : "ahead",
                    trial.purpose(),
                    "%s (%s)".formatted(conclusion.text(), directory.nameOf(conclusion.by())));
        }
        String lastDay = OsloTime.date(trial.lastDay());
        return trial.lastDay().isBefore(trials.today())
                ? new TrialView("Prøven var over " + lastDay, "late", trial.purpose(), null)
                : new TrialView("Prøves til og med " + lastDay, "near", trial.purpose(), null);
    }

    private static String ofTheApplication(@Nullable String before) {
        return before == null
                ? "Filene som følger med Rød tråd."
                : "Nye filer fulgte med Rød tråd. Kommunens egne filer ble stående.";
    }

    private Said said(Reason reason) {
        return new Said(reason.text(), directory.nameOf(reason.by()), VersionTexts.time(reason.at()));
    }

    private static File file(ChangedFile file) {
        return new File(VersionTexts.changed(file), VersionTexts.fileName(file.file()));
    }
}
