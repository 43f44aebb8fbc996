/** Records of the case: kept once, in order, never overwritten. */
@ApplicationModule(displayName = "Arkiv")
@NullMarked
package no.rodtraad.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
