/** The vacancy advert, where and when it is published, and its public pages. */
@ApplicationModule(displayName = "Utlysning")
@NullMarked
package no.rodtraad.vacancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
