/** What a municipality does through a system and what its people do by hand: chosen in use, without a redeploy. */
@ApplicationModule(displayName = "Oppsett")
@NullMarked
package no.rodtraad.capability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
