/** Moves cases that are under way to another version of the processes: first a report, then on request. */
@ApplicationModule(displayName = "Flytting av saker")
@NullMarked
package no.rodtraad.move;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
