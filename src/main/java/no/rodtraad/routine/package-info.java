/** The routine description and the role cards, written by the diagrams, tables and forms that cases follow. */
@ApplicationModule(displayName = "Rutine")
@NullMarked
package no.rodtraad.routine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
