/** How often one address on the net may knock on the doors that anybody can reach. */
@ApplicationModule(displayName = "Grenser for bruk")
@NullMarked
package no.rodtraad.ratelimit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
