/** Screening, interviews, references and recommendation. */
@ApplicationModule(displayName = "Vurdering")
@NullMarked
package no.rodtraad.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
