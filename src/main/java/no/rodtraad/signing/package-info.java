/** The employment contract and its signatures. */
@ApplicationModule(displayName = "Signering")
@NullMarked
package no.rodtraad.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
