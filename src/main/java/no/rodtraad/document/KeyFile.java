package no.rodtraad.document;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The keys on disk. Whoever has this file and the database can read every file people have sent. */
@Component
class KeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

    private final Path file;
    private final boolean newKey;

    KeyFile(DocumentKeySettings settings) {
        file = settings.keyFile().toAbsolutePath();
        newKey = settings.newKey();
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** A file with one new key. */
    KeysetHandle create() {
        KeysetHandle keys = withNewKey(KeysetHandle.newBuilder());
        write(keys);
        LOG.info("Laget nøkkelfilen {}. Ta sikkerhetskopi av den, men ikke sammen med databasen.", file);
        return keys;
    }

    /** The keys of the file, and a new one for what comes if the settings ask for it. */
    KeysetHandle open() {
        KeysetHandle keys = read();
        if (!newKey) {
            return keys;
        }
        KeysetHandle more = withNewKey(KeysetHandle.newBuilder(keys));
        write(more);
        LOG.info(
                "La en ny nøkkel i {}. Ta sikkerhetskopi av filen, og fjern rodtraad.documents.new-key før neste start.",
                file);
        return more;
    }

    private KeysetHandle read() {
        try {
            if (SecretFile.isOpenToOthers(file)) {
                LOG.warn("Nøkkelfilen {} kan leses av andre brukere. Sett rettighetene til 600.", file);
            }
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (IOException | GeneralSecurityException e) {
            throw new DocumentKeyUnusable(
                    "Nøkkelfilen %s kan ikke leses.".formatted(file),
                    "Kontroller at brukeren som kjører Rød tråd, har lov til å lese filen. Er den skadet, så hent den"
                            + " tilbake fra sikkerhetskopien.",
                    e);
        }
    }

    private void write(KeysetHandle keys) {
        try {
            SecretFile.write(file, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        } catch (IOException e) {
            throw new DocumentKeyUnusable(
                    "Nøkkelfilen %s kan ikke skrives.".formatted(file),
                    "Gi brukeren som kjører Rød tråd, lov til å skrive i mappen, eller velg en annen fil med"
                            + " rodtraad.documents.key-file.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys cannot be written", e);
        }
    }

    private static KeysetHandle withNewKey(KeysetHandle.Builder keys) {
        try {
            AeadConfig.register();
            return keys.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-256-GCM", e);
        }
    }
}
