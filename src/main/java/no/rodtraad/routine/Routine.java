package no.rodtraad.routine;

import java.util.List;
import no.rodtraad.process.Drawing.Kind;

/**
 * How a municipality hires, in one version.
 *
 * @param timeline how long each part is meant to take
 * @param points the decision points with their deadlines
 * @param chapters one for each diagram, in the order a case comes to them; what nobody calls stands last
 * @param records what is archived, by code
 * @param roles those who have tasks, in the order of the journey
 */
record Routine(
        String municipality,
        String version,
        Timeline timeline,
        List<Deadline> points,
        List<Chapter> chapters,
        List<Line> records,
        List<Role> roles) {

    /** @param id of the process, and the chapter's anchor */
    record Chapter(String id, String name, String about, List<Step> steps, List<Aside> asides) {}

    /** What may happen at any time meanwhile. */
    record Aside(String name, String about, List<Step> steps) {}

    /**
     * @param who may do it, or empty
     * @param chapter id of the chapter that tells what happens, or empty
     * @param deadlines the deadline for all, and others for some occupations
     * @param facts the other things to know, each with its heading
     */
    record Step(
            Kind kind,
            String id,
            String name,
            String about,
            String who,
            String chapter,
            List<Deadline> deadlines,
            List<Line> facts,
            List<String> checklist) {}

    /** @param about who or what it holds for, or empty for all */
    record Deadline(String about, String text) {}

    record Line(String heading, String text) {}

    /** @param id of the group */
    record Role(String id, String name) {}

    /**
     * What one role does.
     *
     * @param own tasks of the role
     * @param perhaps tasks that a plan or a table may give to the role
     */
    record Card(String municipality, String version, Role role, List<Part> own, List<Part> perhaps) {}

    /** @param chapter where the steps stand */
    record Part(String chapter, List<Step> steps) {}
}
