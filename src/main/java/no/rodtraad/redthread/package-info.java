/** The staff pages: the red thread of each case, its applicants and what became of them. */
@ApplicationModule(displayName = "Rød tråd")
@NullMarked
package no.rodtraad.redthread;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
