/** The hiring case: number, state, what people answered in its forms, and the staff's pages. */
@ApplicationModule(displayName = "Ansettelsessak")
@NullMarked
package no.rodtraad.hiring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
