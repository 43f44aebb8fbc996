/** Messages to candidates: texts, delivery and what was sent to whom and when. */
@ApplicationModule(displayName = "Melding")
@NullMarked
package no.rodtraad.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
