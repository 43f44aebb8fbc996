package no.rodtraad.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import no.rodtraad.archive.InMemoryCase;
import no.rodtraad.archive.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file in the database")
class EncryptionAtRestTest {

    private static final String WORDS = "Jeg heter Kari Prøvesen og vil gjerne jobbe hos dere.";
    private static final byte[] LETTER = WORDS.repeat(20).getBytes(StandardCharsets.UTF_8);
    private static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    private Path keys;

    @AfterAll
    static void close() throws IOException {
        DATABASE.close();
    }

    @BeforeEach
    void anEmptyDatabaseAndNoKey() {
        keys = folder.resolve("keys/documents.json");
        DATABASE.client().sql("delete from documents").update();
        DATABASE.client().sql("delete from document_keys").update();
    }

    @Test
    void cannotBeReadByWhoeverHasTheDatabaseAlone() {
        UUID id = add(start());

        assertThat(stored(id)).isNotEqualTo(LETTER);
        assertThat(new String(stored(id), StandardCharsets.UTF_8)).doesNotContain("Kari", "Prøvesen", "jobbe");
        assertThat(start().find(id).orElseThrow().content()).isEqualTo(LETTER);
    }

    @Test
    void isAes256GcmAsAnyOtherLibraryReadsIt() throws Exception {
        UUID id = add(start());
        byte[] stored = stored(id);
        // Tink's wire format: 01, key id, nonce of 12 bytes, then text and tag
        var gcm = Cipher.getInstance("AES/GCM/NoPadding");
        gcm.init(
                Cipher.DECRYPT_MODE, new SecretKeySpec(keyMaterial(), "AES"), new GCMParameterSpec(128, stored, 5, 12));
        gcm.updateAAD(id.toString().getBytes(StandardCharsets.US_ASCII));

        assertThat(keyMaterial()).hasSize(32);
        assertThat(gcm.doFinal(stored, 17, stored.length - 17)).isEqualTo(LETTER);
    }

    @Test
    void opensAsNoOtherFileAndNotWhenABitIsChanged() {
        Documents documents = start();
        UUID mine = add(documents);
        UUID other = add(documents);
        byte[] swapped = stored(mine);
        store(other, swapped);
        byte[] changed = stored(mine);
        changed[changed.length - 1] ^= 1;
        store(mine, changed);

        assertThatThrownBy(() -> documents.find(other)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> documents.find(mine)).hasRootCauseInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void hasAKeyThatOnlyItsOwnerMayRead() throws IOException {
        start();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void staysReadableWhenANewKeyIsTakenIntoUse() {
        UUID old = add(start());
        Documents rotated = startWithNewKey();
        UUID fresh = add(rotated);

        assertThat(keyOf(fresh)).isNotEqualTo(keyOf(old));
        assertThat(rotated.find(old).orElseThrow().content()).isEqualTo(LETTER);
        Documents later = start();
        assertThat(later.find(old).orElseThrow().content()).isEqualTo(LETTER);
        assertThat(later.find(fresh).orElseThrow().content()).isEqualTo(LETTER);
        assertThat(keyOf(add(later))).as("the newest key goes on being used").isEqualTo(keyOf(fresh));
    }

    @Test
    void stopsTheStartInWordsWhenTheKeyIsGone() throws IOException {
        add(start());
        Files.delete(keys);

        assertThatThrownBy(this::start).satisfies(failure -> {
            var said = new DocumentKeyUnusableAnalyzer().analyze(failure);
            assertThat(said.getDescription()).contains(keys.toString(), "finnes ikke", "filer som er kryptert");
            assertThat(said.getAction()).contains("sikkerhetskopien", "rodtraad.documents.key-file");
        });
        assertThat(keys).as("no new key in its place").doesNotExist();
    }

    @Test
    void stopsTheStartInWordsWhenTheKeyIsAnotherOne() throws IOException {
        add(start());
        Files.delete(keys);
        byte[] elsewhere = anotherKeyFile();
        Files.write(keys, elsewhere);

        assertThatThrownBy(this::start)
                .isInstanceOf(DocumentKeyUnusable.class)
                .hasMessageContaining("mangler en nøkkel");
    }

    @Test
    void stopsTheStartInWordsWhenTheKeyFileIsBroken() throws IOException {
        add(start());
        for (String broken : new String[] {"", "{}", "[1]", "null", "{\"primaryKeyId\":", "æøå"}) {
            Files.writeString(keys, broken);
            assertThatThrownBy(this::start)
                    .as("«%s»", broken)
                    .isInstanceOf(DocumentKeyUnusable.class)
                    .hasMessageContaining("kan ikke leses");
        }
    }

    @Test
    void isEncryptedLaterWhenItCameBeforeThereWasAKey() {
        Documents documents = start();
        for (int i = 0; i < 25; i++) {
            UUID id = add(documents);
            store(id, LETTER);
        }
        DATABASE.client().sql("update documents set key_id = null").update();
        UUID one = DATABASE.client()
                .sql("select id from documents limit 1")
                .query(UUID.class)
                .single();
        assertThat(documents.find(one).orElseThrow().content())
                .as("still readable")
                .isEqualTo(LETTER);

        assertThat(encryptPlain()).isEqualTo(25);

        assertThat(stored(one)).isNotEqualTo(LETTER);
        assertThat(documents.find(one).orElseThrow().content()).isEqualTo(LETTER);
        assertThat(encryptPlain()).as("the second time").isZero();
    }

    private Documents start() {
        return start(keys, false);
    }

    private Documents startWithNewKey() {
        return start(keys, true);
    }

    private static Documents start(Path keys, boolean newKey) {
        return new JdbcDocuments(DATABASE.client(), Clock.systemUTC(), cipher(keys, newKey));
    }

    private static FileCipher cipher(Path keys, boolean newKey) {
        var file = new KeyFile(new DocumentKeySettings(keys, newKey));
        return new FileCipher(file, DATABASE.client(), Clock.systemUTC());
    }

    private int encryptPlain() {
        return new EncryptPlainDocuments(DATABASE.client(), cipher(keys, false), DATABASE.transaction()).encryptAll();
    }

    private byte[] anotherKeyFile() throws IOException {
        Path other = folder.resolve("other.json");
        new KeyFile(new DocumentKeySettings(other, false)).create();
        return Files.readAllBytes(other);
    }

    /** The key of a file with one: a protocol buffer whose last field holds 32 bytes. */
    private byte[] keyMaterial() throws IOException {
        Matcher value = Pattern.compile("\"value\":\\s*\"([^\"]+)\"").matcher(Files.readString(keys));
        assertThat(value.find()).isTrue();
        byte[] message = Base64.getDecoder().decode(value.group(1));
        return Arrays.copyOfRange(message, message.length - 32, message.length);
    }

    private static UUID add(Documents documents) {
        return documents.add(InMemoryCase.ID, null, "CV", "cv.txt", "text/plain", LETTER);
    }

    private static byte[] stored(UUID id) {
        return DATABASE.client()
                .sql("select content from documents where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    private static void store(UUID id, byte[] content) {
        DATABASE.client()
                .sql("update documents set content = :content where id = :id")
                .param("content", content)
                .param("id", id)
                .update();
    }

    private static Long keyOf(UUID id) {
        return DATABASE.client()
                .sql("select key_id from documents where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
