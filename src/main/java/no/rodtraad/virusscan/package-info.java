/** Whether a file carries something that would harm whoever opens it. */
@ApplicationModule(displayName = "Viruskontroll")
@NullMarked
package no.rodtraad.virusscan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
