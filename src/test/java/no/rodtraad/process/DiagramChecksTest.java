package no.rodtraad.process;

import no.rodtraad.checks.NodeChecks;
import org.junit.jupiter.api.Test;

/** What only the Modeler's and Tasklist's own libraries can say about the files in {@code processes/} and {@code forms/}. */
class DiagramChecksTest {

    @Test
    void diagramsAndFormsOpenCleanlyWherePeopleUseThem() throws Exception {
        String output = NodeChecks.run("npm", "run", "--silent", "check");

        output.lines().filter(line -> line.contains("No Chromium")).forEach(System.out::println);
    }
}
