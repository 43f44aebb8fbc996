/** The dated plan that HR sets at the start: who does what, who steps in, and when; and how it goes. */
@ApplicationModule(displayName = "Plan")
@NullMarked
package no.rodtraad.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
