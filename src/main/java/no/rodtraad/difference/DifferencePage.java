package no.rodtraad.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.rodtraad.difference.FileDifference.Change;
import no.rodtraad.difference.FileDifference.Kind;
import no.rodtraad.guardrail.Drawing;
import no.rodtraad.guardrail.Drawing.Note;
import no.rodtraad.guardrail.Drawing.Tone;
import no.rodtraad.identity.NotHere;
import no.rodtraad.identity.OwnMunicipality;
import no.rodtraad.identity.ProcessPeople;
import no.rodtraad.identity.Staff;
import no.rodtraad.identity.StaffPage;
import no.rodtraad.process.DrawnProcesses;
import no.rodtraad.process.DrawnProcesses.Version;
import no.rodtraad.process.OsloTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What differs between two versions of the processes of a municipality, in words and on the drawings. */
@Controller
@StaffPage
class DifferencePage {

    private final DrawnProcesses drawn;
    private final Differences differences;
    private final OwnMunicipality own;

    DifferencePage(DrawnProcesses drawn, Differences differences, OwnMunicipality own) {
        this.drawn = drawn;
        this.differences = differences;
        this.own = own;
    }

    /** @param all the versions of the municipality, newest first */
    private record Found(OwnMunicipality.Choice municipality, List<Version> all, Version version) {}

    record Choice(String id, String name) {}

    /**
     * One file on the page.
     *
     * @param moved how many elements only stand elsewhere on the drawing
     * @param before the older drawing, or {@code null} when there is nothing to show
     * @param after the newer drawing
     */
    record FileView(
            FileDifference file,
            List<Numbered> changes,
            long moved,
            @Nullable Drawing before,
            @Nullable Drawing after) {

        public int count() {
            return changes.size();
        }
    }

    /** @param number on the page and on the drawings, from 1 */
    record Numbered(int number, Tone tone, Change change) {}

    @GetMapping("/prosesser/versjoner/{id}/forskjell")
    String show(
            @AuthenticationPrincipal Staff staff,
            @PathVariable String id,
            @RequestParam(name = "fra", defaultValue = "") String from,
            Model model) {
        ProcessPeople.mayRead(staff);
        Found found = find(staff, id);
        @Nullable Version other = other(found, from);
        model.addAttribute("municipality", found.municipality().name());
        model.addAttribute("version", choice(found.version()));
        model.addAttribute(
                "others",
                found.all().stream()
                        .filter(version -> !version.equals(found.version()))
                        .map(DifferencePage::choice)
                        .toList());
        if (other != null) {
            model.addAttribute("other", choice(other));
            model.addAttribute("files", views(files(found, other), files(found, found.version())));
        }
        return "staff/difference";
    }

    private Found find(Staff staff, String id) {
        for (OwnMunicipality.Choice municipality : own.choices(staff)) {
            List<Version> all = drawn.versions(municipality.id());
            for (Version version : all) {
                if (version.id().equals(id)) {
                    return new Found(municipality, all, version);
                }
            }
        }
        throw unknown();
    }

    /** The one that is asked for, or the one before; {@code null} for the first there was. */
    private static @Nullable Version other(Found found, String from) {
        if (from.isEmpty()) {
            int place = found.all().indexOf(found.version());
            return place + 1 < found.all().size() ? found.all().get(place + 1) : null;
        }
        return found.all().stream()
                .filter(version -> version.id().equals(from))
                .findFirst()
                .orElseThrow(DifferencePage::unknown);
    }

    private static NotHere unknown() {
        return new NotHere("Versjonen finnes ikke, eller den hører til en annen kommune. Velg en versjon på siden"
                + " «Versjoner».");
    }

    private static Choice choice(Version version) {
        return new Choice(
                version.id(),
                "versjon %d, lagt ut %s".formatted(version.number(), OsloTime.date(OsloTime.dayOf(version.since()))));
    }

    private Map<String, String> files(Found found, Version version) {
        return drawn.files(found.municipality().id(), version.id()).orElseThrow(DifferencePage::unknown);
    }

    private List<FileView> views(Map<String, String> before, Map<String, String> after) {
        List<FileView> views = new ArrayList<>();
        int number = 1;
        for (FileDifference file : differences.between(before, after)) {
            FileView view = view(file, number, before, after);
            views.add(view);
            number += view.count();
        }
        return views;
    }

    private static FileView view(
            FileDifference file, int first, Map<String, String> before, Map<String, String> after) {
        List<Numbered> changes = new ArrayList<>();
        for (Change change : file.changes()) {
            if (change.kind() != Kind.MOVED) {
                changes.add(new Numbered(first + changes.size(), tone(change.kind()), change));
            }
        }
        return new FileView(
                file,
                changes,
                file.changes().size() - changes.size(),
                drawing(file, before, changes, Kind.ADDED),
                drawing(file, after, changes, Kind.REMOVED));
    }

    private static Tone tone(Kind kind) {
        return switch (kind) {
            case ADDED -> Tone.ADDED;
            case REMOVED -> Tone.REMOVED;
            case CHANGED, MOVED -> Tone.CHANGED;
        };
    }

    /** @param absent what cannot be seen on this one of the two */
    private static @Nullable Drawing drawing(
            FileDifference file, Map<String, String> texts, List<Numbered> changes, Kind absent) {
        @Nullable String text = texts.get(file.file());
        return text == null || file.isOnlyMoved() || !file.file().endsWith(".bpmn")
                ? null
                : ReadFile.of(file.file(), text)
                        .drawing(changes.stream()
                                .filter(change -> change.change().kind() != absent)
                                .map(change -> new Note(
                                        change.number(), change.change().place(), change.tone()))
                                .toList());
    }
}
