/** Adverts in channels outside our own pages. */
@ApplicationModule(displayName = "Utlysning i kanaler")
@NullMarked
package no.rodtraad.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
