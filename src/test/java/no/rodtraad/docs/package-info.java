/** Tests that keep the pages in {@code docs/} true. */
@org.jspecify.annotations.NullMarked
package no.rodtraad.docs;
