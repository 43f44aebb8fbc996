package no.rodtraad.tasklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/**
 * The content decides what a browser may keep. Every build gives our files the same date, and the pages ask for them by
 * the version of Camunda, so neither tells that a text has changed.
 */
final class Etags {

    private Etags() {}

    static String of(byte[] content) {
        return "\"" + DigestUtils.md5DigestAsHex(content) + "\"";
    }

    static String ofContent(Resource resource) {
        try {
            return of(resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
