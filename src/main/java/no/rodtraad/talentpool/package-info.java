/** People who have agreed to be told of vacancies, and what they are told. */
@ApplicationModule(displayName = "Interessenter")
@NullMarked
package no.rodtraad.talentpool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
