package no.rodtraad.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves the demo's clock forward. Everything that falls due on the way happens, in order, and afterwards the clock goes on
 * from there. There is no way back: what has happened to the cases has happened.
 */
public interface TimeTravel {

    /** Whether the demo's clock shows another time than the machine's. */
    boolean hasMoved();

    /** What happens by itself later and concerns somebody, the nearest first. */
    List<Ahead> ahead(int atMost);

    /**
     * Goes to the nearest of what lies ahead and lets it happen, and everything before it.
     *
     * @return empty when nothing lies ahead; then the clock stands where it stood
     * @throws UnderWay when somebody else is travelling
     */
    Optional<Journey> toNext();

    /**
     * Goes to a time.
     *
     * @throws IllegalArgumentException when that time has passed
     * @throws UnderWay when somebody else is travelling
     */
    Journey to(Instant until);

    /** The last journey since the application was started. */
    Optional<Journey> last();

    /**
     * @param what name of the element in the diagram, and of the process
     * @param at when it is due
     */
    record Ahead(CaseId caseId, String what, Instant at) {}

    /**
     * @param to when it ended; earlier than wanted where something never came to an end
     * @param complete whether it came as far as wanted
     * @param happened the first of what happened, oldest first
     * @param more how many more happened than are listed
     */
    record Journey(Instant from, Instant to, boolean complete, List<Happening> happened, int more) {

        public Journey {
            happened = List.copyOf(happened);
        }
    }

    /**
     * @param at by the demo's clock
     * @param failed whether it did not succeed; it is tried again like any failed job
     */
    record Happening(Instant at, @Nullable CaseId caseId, String what, boolean failed) {}

    /** Published at each stop, before what is due there is done, to those who look at the clock without a timer. */
    record Arrived(Instant at) {}

    /** One journey at a time. */
    final class UnderWay extends RuntimeException {

        public UnderWay() {
            super("Another journey in time is under way");
        }
    }
}
