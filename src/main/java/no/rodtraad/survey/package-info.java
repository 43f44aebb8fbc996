/** Anonymous surveys: who is asked and when, what was answered, and the results. */
@ApplicationModule(displayName = "Undersøkelse")
@NullMarked
package no.rodtraad.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
