/** What is deleted when, and the report of it. The archive is exempt. */
@ApplicationModule(displayName = "Sletting")
@NullMarked
package no.rodtraad.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
