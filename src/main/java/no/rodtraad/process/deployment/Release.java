package no.rodtraad.process.deployment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A complete, consistent set of files: what the cases of a municipality that begin now follow to their end. Each process,
 * decision and form is defined by one file.
 *
 * @param files by name
 */
record Release(Map<String, ReleaseFile> files) {

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
     * its name; a new one is named after what it defines.
     *
     * @throws Unreadable when something is defined twice, or no longer at all
     */
    Next with(Collection<ReleaseFile> others) throws Unreadable {
        Map<String, ReleaseFile> next = new TreeMap<>(files);
        Map<String, String> added = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        Map<String, String> lost = new HashMap<>();
        for (ReleaseFile file : others) {
            for (String defined : file.defines()) {
                if (added.put(defined, file.name()) != null) {
                    throw new Unreadable(Faults.twice(file.name(), defined));
                }
            }
            Set<String> replaced = definersOf(file.defines());
            replaced.forEach(name -> files.get(name).defines().forEach(id -> lost.put(id, file.name())));
            next.keySet().removeAll(replaced);
            String name = replaced.size() == 1
                    ? replaced.iterator().next()
                    : file.kind().fileName(file.firstId());
            next.put(name, file.named(name));
            names.add(name);
        }
        lost.keySet().removeAll(added.keySet());
        for (Map.Entry<String, String> missing : lost.entrySet()) {
            throw new Unreadable(Faults.lost(missing.getValue(), missing.getKey()));
        }
        return new Next(new Release(next), names);
    }

    /** @param names what the other files are called in it */
    record Next(Release release, Set<String> names) {}

    private Set<String> definersOf(Set<String> ids) {
        return files.values().stream()
                .filter(file -> file.defines().stream().anyMatch(ids::contains))
                .map(ReleaseFile::name)
                .collect(Collectors.toSet());
    }
}
