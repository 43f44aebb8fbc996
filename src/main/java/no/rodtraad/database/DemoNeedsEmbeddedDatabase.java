package no.rodtraad.database;

/** Somebody asked for the demo, whose users share a known password, on a database of their own. */
class DemoNeedsEmbeddedDatabase extends RuntimeException {

    DemoNeedsEmbeddedDatabase() {
        super("Profilen «demo» kan ikke brukes sammen med spring.datasource.url: demobrukerne har et kjent passord.");
    }
}
