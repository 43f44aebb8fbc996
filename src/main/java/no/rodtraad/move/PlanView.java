package no.rodtraad.move;

import java.util.List;
import no.rodtraad.process.MovePlan;
import no.rodtraad.process.MovePlan.Part;

/**
 * A plan as a page shows it.
 *
 * @param there whether the case follows the version already
 * @param safe whether it can be moved
 * @param seen case and fingerprint, sent back by the one who has read it
 */
record PlanView(
        String caseId,
        String number,
        String title,
        int from,
        boolean there,
        boolean safe,
        String seen,
        List<PartView> parts) {

    /** @param steps where it stands, in the old and in the new version */
    record PartView(
            String name, List<StepView> steps, String skipped, String gone, String added, List<String> obstacles) {

        static PartView of(Part part, int target) {
            String name = part.alike() == 1 ? part.process() : "%s (%d)".formatted(part.process(), part.alike());
            return new PartView(
                    name,
                    part.stands().stream()
                            .map(place -> new StepView(MoveTexts.place(place), MoveTexts.newPlace(place)))
                            .toList(),
                    MoveTexts.names(part.skipped()),
                    MoveTexts.names(part.gone()),
                    MoveTexts.names(part.added()),
                    part.obstacles().stream()
                            .map(obstacle -> MoveTexts.obstacle(obstacle, target))
                            .toList());
        }
    }

    record StepView(String now, String then) {}

    static List<PartView> parts(MovePlan plan, int target) {
        return plan.parts().stream().map(part -> PartView.of(part, target)).toList();
    }
}
