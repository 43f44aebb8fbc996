/** Files of a case and PDF documents made from templates. */
@ApplicationModule(displayName = "Dokument")
@NullMarked
package no.rodtraad.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
