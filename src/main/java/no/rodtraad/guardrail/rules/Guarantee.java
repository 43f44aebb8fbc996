package no.rodtraad.guardrail.rules;

/**
 * A promise that every process of a kind must keep.
 *
 * @param rule its number in the catalogue
 * @param kind the product's process that it concerns
 */
record Guarantee(String rule, String kind, Demand demand) {}
