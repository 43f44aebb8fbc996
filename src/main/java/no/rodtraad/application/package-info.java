/** Applicants and their applications, the candidate's pages and the applicant lists. */
@ApplicationModule(displayName = "Søknad")
@NullMarked
package no.rodtraad.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
