/** Posten signering, which Digdir calls eSignering: contracts signed with electronic id. */
@ApplicationModule(displayName = "Posten signering")
@NullMarked
package no.rodtraad.posten;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
