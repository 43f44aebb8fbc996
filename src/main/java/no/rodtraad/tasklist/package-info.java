/** Tasklist, Cockpit and Admin in Norwegian. */
@ApplicationModule(displayName = "Oppgaveliste")
@NullMarked
package no.rodtraad.tasklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
