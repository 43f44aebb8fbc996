/** Whole hirings, through the doors that people use. */
@NullMarked
package no.rodtraad.story;

import org.jspecify.annotations.NullMarked;
