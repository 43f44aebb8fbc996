/** What a newcomer finds in the demo: three vacancies that people can apply to. */
@ApplicationModule(displayName = "Demo")
@NullMarked
package no.rodtraad.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
