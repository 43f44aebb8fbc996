/** The engine's vocabulary: ids, variables, messages, the form gate and the deployer. */
@ApplicationModule(displayName = "Prosess")
@NullMarked
package no.rodtraad.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
