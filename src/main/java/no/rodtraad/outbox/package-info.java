/** Effects that leave the database: written in the engine's transaction, carried out afterwards with retry. */
@ApplicationModule(displayName = "Utboks")
@NullMarked
package no.rodtraad.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
