/** Checks written in JavaScript, run from tests. */
package no.rodtraad.checks;
