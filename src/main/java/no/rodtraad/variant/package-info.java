/** The life of a municipality's processes: versions with who, when and why, going back to one, and trying one for a time. */
@ApplicationModule(displayName = "Versjoner av prosessen")
@NullMarked
package no.rodtraad.variant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
