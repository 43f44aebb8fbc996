package no.rodtraad.document;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys to people's files lie.
 *
 * @param keyFile a keyset in Tink's JSON format; made at the first start. All nodes read the same file.
 * @param newKey puts a new key into the file at this start, for files that come from now on; the old ones stay readable
 */
@ConfigurationProperties("rodtraad.documents")
record DocumentKeySettings(
        @DefaultValue("data/keys/documents.json") Path keyFile,
        @DefaultValue("false") boolean newKey) {}
