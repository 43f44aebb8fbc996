package no.rodtraad.document;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Encrypts files before they reach the database and opens them again: AES-256-GCM, with a key that lies in a file outside
 * the database. What is sealed names its key, so that keys may be changed, and belongs to one id: it does not open as
 * anything else.
 */
@Component
public class FileCipher {

    private static final String PUT_IT_BACK =
            "Legg den riktige filen tilbake fra sikkerhetskopien, eller si hvor den er"
                    + " med rodtraad.documents.key-file.";

    private final Aead aead;
    private final long newestKey;

    /** @throws DocumentKeyUnusable when files are sealed with a key that the key file does not have */
    FileCipher(KeyFile file, JdbcClient database, Clock clock) {
        List<Long> used = database.sql("select key_id from document_keys")
                .query(Long.class)
                .list();
        KeysetHandle keys = keys(file, used);
        ids(keys)
                .forEach(id -> database.sql("insert into document_keys values (:id, :now) on conflict do nothing")
                        .param("id", id)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
        newestKey = id(keys.getPrimary());
        try {
            aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new DocumentKeyUnusable(
                    "Nøkkelfilen %s har nøkler av feil slag.".formatted(file.path()),
                    "Bruk filen som Rød tråd laget.",
                    e);
        }
    }

    private static KeysetHandle keys(KeyFile file, List<Long> used) {
        if (used.isEmpty() && !file.exists()) {
            return file.create();
        }
        if (!file.exists()) {
            throw new DocumentKeyUnusable(
                    "Nøkkelfilen %s finnes ikke, men databasen har filer som er kryptert.".formatted(file.path()),
                    PUT_IT_BACK + " Ingen ny nøkkel er laget.",
                    null);
        }
        KeysetHandle keys = file.open();
        if (!ids(keys).containsAll(used)) {
            throw new DocumentKeyUnusable(
                    "Nøkkelfilen %s mangler en nøkkel som filer i databasen er kryptert med.".formatted(file.path()),
                    PUT_IT_BACK,
                    null);
        }
        return keys;
    }

    /** @param keyId which key opens it */
    public record Sealed(byte[] content, long keyId) {}

    /** @param id what the content belongs to; needed again to open it */
    public Sealed seal(UUID id, byte[] content) {
        try {
            return new Sealed(aead.encrypt(content, bytes(id)), newestKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("File %s cannot be encrypted".formatted(id), e);
        }
    }

    /** @throws IllegalStateException when it was changed, belongs to another id or its key is not here */
    public byte[] open(UUID id, byte[] sealed) {
        try {
            return aead.decrypt(sealed, bytes(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("File %s cannot be decrypted".formatted(id), e);
        }
    }

    private static byte[] bytes(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static List<Long> ids(KeysetHandle keys) {
        return IntStream.range(0, keys.size())
                .mapToObj(place -> id(keys.getAt(place)))
                .toList();
    }

    private static long id(KeysetHandle.Entry key) {
        return Integer.toUnsignedLong(key.getId());
    }
}
