/** What a municipality does with its own files when what they stand in place of changes, and what all have in common. */
@ApplicationModule(displayName = "Grunnvariant og egne filer")
@NullMarked
package no.rodtraad.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
