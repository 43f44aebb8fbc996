/** The secret links by which people without a user reach their own pages. */
@ApplicationModule(displayName = "Hemmelige lenker")
@NullMarked
package no.rodtraad.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
