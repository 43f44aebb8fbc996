/** The offer to a candidate and the answer. */
@ApplicationModule(displayName = "Tilbud")
@NullMarked
package no.rodtraad.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
