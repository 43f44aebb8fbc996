/** What differs between two versions of a municipality's diagrams, tables and forms, in words and on the drawing. */
@ApplicationModule(displayName = "Forskjeller mellom versjoner")
@NullMarked
package no.rodtraad.difference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
