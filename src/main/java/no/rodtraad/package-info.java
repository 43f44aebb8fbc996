/** Rød tråd: the hiring journey of a municipality, from need to end of probation. */
@NullMarked
package no.rodtraad;

import org.jspecify.annotations.NullMarked;
