package no.rodtraad.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Runs the checks in {@code src/checks}, which are JavaScript and need Node; without Node the test is skipped and says so. */
public final class NodeChecks {

    private static final Path CHECKS = Path.of("src/checks");
    private static final Path WANTED = CHECKS.resolve("package-lock.json");
    /** What was installed last; its absence or another content means install again. */
    private static final Path INSTALLED = CHECKS.resolve("node_modules/.installed-package-lock.json");

    private static final int OLDEST_NODE = 20;
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private NodeChecks() {}

    /** Runs a command of {@code src/checks}, after installing what it needs, and demands that it succeeds. */
    public static String run(String... command) throws Exception {
        needsNode();
        if (!Files.exists(INSTALLED) || Files.mismatch(WANTED, INSTALLED) >= 0) {
            Run install = start(10, "npm", "ci", "--no-audit", "--no-fund");
            assertThat(install.exitCode()).as("npm ci%n%s", install.output()).isZero();
            Files.copy(WANTED, INSTALLED, StandardCopyOption.REPLACE_EXISTING);
        }
        Run check = start(10, command);
        assertThat(check.exitCode())
                .as("%s%n%s", String.join(" ", command), check.output())
                .isZero();
        return check.output();
    }

    private static void needsNode() throws Exception {
        String version = versionOf("node");
        if (version.isEmpty() || versionOf("npm").isEmpty()) {
            skip("Node and npm are not on the path.");
        } else if (Integer.parseInt(version.replaceFirst("^v(\\d+).*", "$1")) < OLDEST_NODE) {
            skip("Node " + version + " is too old, it takes " + OLDEST_NODE + " or later.");
        }
    }

    private static void skip(String reason) {
        String sentence = reason + " What src/checks looks after is not checked.";
        System.out.println(sentence);
        abort(sentence);
    }

    private static String versionOf(String program) throws InterruptedException {
        try {
            Run run = start(1, program, "--version");
            return run.exitCode() == 0 ? run.output().strip() : "";
        } catch (IOException notThere) {
            return "";
        }
    }

    private static Run start(int minutes, String... command) throws IOException, InterruptedException {
        List<String> words = WINDOWS
                ? java.util.stream.Stream.concat(java.util.stream.Stream.of("cmd", "/c"), Arrays.stream(command))
                        .toList()
                : List.of(command);
        Path output = Files.createTempFile("checks", ".log");
        try {
            Process process = new ProcessBuilder(words)
                    .directory(CHECKS.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(
                            WINDOWS
                                    ? Path.of("NUL").toFile()
                                    : Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            return ended
                    ? new Run(process.exitValue(), text)
                    : new Run(-1, text + "Stopped after " + minutes + " minutes.");
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private record Run(int exitCode, String output) {}
}
