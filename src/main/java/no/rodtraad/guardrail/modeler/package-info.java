/** The rules as JavaScript for Camunda Modeler; the build translates {@code ModelerRules} and all it uses. */
@NullMarked
package no.rodtraad.guardrail.modeler;

import org.jspecify.annotations.NullMarked;
