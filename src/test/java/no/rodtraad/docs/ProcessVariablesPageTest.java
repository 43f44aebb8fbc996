package no.rodtraad.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import no.rodtraad.process.HiringVariables;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/reference/process-variables.md} and {@link HiringVariables} together. */
class ProcessVariablesPageTest {

    private static final Path PAGE = Path.of("docs/reference/process-variables.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `(\\w+)` \\| (\\w+) \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);

    @Test
    void namesEveryVariableWithItsType() throws Exception {
        Map<String, String> onPage =
                ROW.matcher(Files.readString(PAGE)).results().collect(toMap(row -> row.group(1), row -> row.group(2)));
        Map<String, String> declared = HiringVariables.declared().values().stream()
                .collect(toMap(
                        variable -> variable.name(), variable -> variable.type().getSimpleName()));

        assertThat(onPage).containsExactlyInAnyOrderEntriesOf(declared);
    }
}
