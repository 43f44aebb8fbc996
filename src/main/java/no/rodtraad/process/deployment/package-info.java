/** What happens to a file between the Modeler and the engine: read, completed to a release, judged, deployed, kept. */
@NullMarked
package no.rodtraad.process.deployment;

import org.jspecify.annotations.NullMarked;
