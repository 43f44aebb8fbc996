/** The embedded PostgreSQL and clear errors when a database cannot be used. */
@ApplicationModule(displayName = "Database")
@NullMarked
package no.rodtraad.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
