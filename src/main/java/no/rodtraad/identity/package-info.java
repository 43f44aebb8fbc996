/** Who may enter: users, groups, tenants and web security. */
@ApplicationModule(displayName = "Tilgang")
@NullMarked
package no.rodtraad.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
