package no.rodtraad.guardrail.rules;

import java.util.Map;
import java.util.Set;

/**
 * What a diagram may refer to beside what stands in the files themselves.
 *
 * @param beans the building blocks a service step may name
 * @param messages codes of the messages to candidates and applicants
 * @param documents codes of what is archived
 * @param groups that may be given tasks
 * @param variables that a process may hold
 * @param events names of the messages the program sends to processes
 * @param forms ids
 * @param decisions ids
 * @param processes which kind of process each id stands for
 * @param steps that have a row in the table of deadlines
 */
public record KnownNames(
        Set<String> beans,
        Set<String> messages,
        Set<String> documents,
        Set<String> groups,
        Set<String> variables,
        Set<String> events,
        Set<String> forms,
        Set<String> decisions,
        Map<String, String> processes,
        Set<String> steps) {}
