/** What a process must keep to be deployed, said when it is deployed, in a dry run and in Camunda Modeler. */
@ApplicationModule(displayName = "Regler for prosesser")
@NullMarked
package no.rodtraad.guardrail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
