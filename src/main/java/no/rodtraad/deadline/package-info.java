/** Working days and the deadlines HR sets in a decision table. */
@ApplicationModule(displayName = "Frist")
@NullMarked
package no.rodtraad.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
