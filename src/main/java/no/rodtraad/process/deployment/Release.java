package no.rodtraad.process.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A complete, consistent set of files: what the cases of a municipality that begin now follow to their end. Each process,
 * decision and form is defined by one file.
 *
 * @param files by name
 */
record Release(Map<String, ReleaseFile> files) {

    private static final String FORM = "http://camunda.org/schema/1.0/bpmn:formRef";

    static final Release NOTHING = new Release(Map.of());

    static Release of(Map<String, String> texts) throws Unreadable {
        Map<String, ReleaseFile> files = new TreeMap<>();
        for (Map.Entry<String, String> file : texts.entrySet()) {
            files.put(file.getKey(), ReleaseFile.read(file.getKey(), file.getValue()));
        }
        return new Release(files);
    }

    Map<String, String> texts() {
        return files.values().stream().collect(Collectors.toMap(ReleaseFile::name, ReleaseFile::text));
    }

    boolean has(ReleaseFile file) {
        return file.equals(files.get(file.name()));
    }

    /**
     * With other files in place of those that define the same, whatever they are called. A file that replaces one takes
     * its name; a new one from the Modeler, which knows no folders, is named after what it defines.
     *
     * @throws Unreadable when something is defined twice, or no longer at all
     */
    Next with(Collection<ReleaseFile> others) throws Unreadable {
        Set<String> added = new HashSet<>();
        Map<String, String> lost = new TreeMap<>();
        Map<String, ReleaseFile> next = new TreeMap<>(files);
        for (ReleaseFile file : others) {
            for (String defined : file.defines()) {
                if (!added.add(defined)) {
                    throw new Unreadable(Faults.twice(file.name(), defined));
                }
            }
            for (ReleaseFile old : replacedBy(file)) {
                old.defines().forEach(id -> lost.put(id, file.name()));
                next.remove(old.name());
            }
        }
        lost.keySet().removeAll(added);
        Optional<Map.Entry<String, String>> missing = lost.entrySet().stream().findFirst();
        if (missing.isPresent()) {
            throw new Unreadable(
                    Faults.lost(missing.get().getValue(), missing.get().getKey()));
        }
        Set<String> names = new HashSet<>();
        for (ReleaseFile file : others) {
            String name = nameOf(file, next.keySet());
            next.put(name, file.named(name));
            names.add(name);
        }
        return new Next(new Release(next), names);
    }

    private String nameOf(ReleaseFile file, Set<String> taken) {
        List<ReleaseFile> replaced = replacedBy(file);
        if (replaced.size() == 1 && !taken.contains(replaced.get(0).name())) {
            return replaced.get(0).name();
        }
        return file.kind().isWholeName(file.name()) && !taken.contains(file.name())
                ? file.name()
                : file.kind().fileName(file.firstId());
    }

    /** @param names what the other files are called in it */
    record Next(Release release, Set<String> names) {}

    /** Form id to the names of the steps that show the form. */
    Map<String, List<String>> stepsByForm() throws Unreadable {
        Map<String, List<String>> steps = new HashMap<>();
        for (ReleaseFile file : files.values()) {
            if (file.kind() == FileKind.DIAGRAM) {
                addSteps(XmlTree.read(file.name(), file.text()), steps);
            }
        }
        return steps;
    }

    private static void addSteps(Element element, Map<String, List<String>> steps) {
        String form = element.attribute(FORM, "");
        String name = element.attribute("name", "");
        if (!form.isEmpty() && !name.isEmpty()) {
            steps.computeIfAbsent(form, none -> new ArrayList<>()).add(name);
        }
        element.elements().forEach(child -> addSteps(child, steps));
    }

    private List<ReleaseFile> replacedBy(ReleaseFile file) {
        return files.values().stream()
                .filter(old -> old.defines().stream().anyMatch(file.defines()::contains))
                .toList();
    }
}
