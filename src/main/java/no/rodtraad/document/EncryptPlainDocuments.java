package no.rodtraad.document;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Encrypts the files that came before there was a key, a few at a time. */
@Component
class EncryptPlainDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(EncryptPlainDocuments.class);
    private static final long MILLIS_BETWEEN_LOOKS = 3_600_000;
    private static final int AT_A_TIME = 10;

    private final JdbcClient database;
    private final FileCipher cipher;
    private final TransactionOperations transaction;

    EncryptPlainDocuments(JdbcClient database, FileCipher cipher, TransactionOperations transaction) {
        this.database = database;
        this.cipher = cipher;
        this.transaction = transaction;
    }

    /** @return how many were encrypted now */
    @Scheduled(fixedDelay = MILLIS_BETWEEN_LOOKS)
    int encryptAll() {
        int total = 0;
        for (int some = encryptNext(); some > 0; some = encryptNext()) {
            total += some;
        }
        if (total > 0) {
            LOG.info("Krypterte {} filer som lå ukryptert i databasen", total);
        }
        return total;
    }

    private int encryptNext() {
        return Objects.requireNonNull(transaction.execute(status -> encryptSome()));
    }

    private int encryptSome() {
        List<Plain> some = database.sql("""
                        select id, content from documents where key_id is null
                        order by id limit :some for update skip locked
                        """)
                .param("some", AT_A_TIME)
                .query((row, number) -> new Plain(row.getObject("id", UUID.class), row.getBytes("content")))
                .list();
        some.forEach(this::encrypt);
        return some.size();
    }

    private void encrypt(Plain document) {
        FileCipher.Sealed sealed = cipher.seal(document.id(), document.content());
        database.sql("update documents set content = :content, key_id = :key where id = :id")
                .param("content", sealed.content())
                .param("key", sealed.keyId())
                .param("id", document.id())
                .update();
    }

    private record Plain(UUID id, byte[] content) {}
}
