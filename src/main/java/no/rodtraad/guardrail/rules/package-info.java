/**
 * The rules themselves. They run on the server and, translated to JavaScript, in Camunda Modeler, and therefore use
 * nothing but the language and its collections: no Spring, no reflection, no patterns, no formatter.
 */
@NamedInterface("rules")
@NullMarked
package no.rodtraad.guardrail.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
