/** How long hirings take, and whom they wait for. */
@ApplicationModule(displayName = "Innsikt")
@NullMarked
package no.rodtraad.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
