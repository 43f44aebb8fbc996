/** Sends and receives messages over Fiks IO; knows nothing of what they are about. */
@NullMarked
package no.rodtraad.archive.fiks;

import org.jspecify.annotations.NullMarked;
