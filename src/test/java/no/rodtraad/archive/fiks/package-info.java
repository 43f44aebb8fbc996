@NullMarked
package no.rodtraad.archive.fiks;

import org.jspecify.annotations.NullMarked;
