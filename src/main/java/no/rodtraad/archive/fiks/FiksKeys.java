package no.rodtraad.archive.fiks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that say who we are and open what is sent to us. */
record FiksKeys(KeyStore store, String password, String alias, List<PrivateKey> all) {

    /**
     * @throws FiksUnusable with a sentence for whoever operates the installation
     */
    static FiksKeys read(FiksSettings settings, Instant now) {
        @Nullable Path file = settings.keyStore();
        if (file == null) {
            throw new FiksUnusable(
                    "Driften må først legge inn kommunens virksomhetssertifikat (rodtraad.archive.fiks.key-store).");
        }
        KeyStore store = open(file, settings.keyStorePassword());
        try {
            return read(store, settings, now);
        } catch (GeneralSecurityException e) {
            throw new FiksUnusable(
                    "Nøklene i %s kan ikke åpnes. De må ha samme passord som filen (rodtraad.archive.fiks.key-store-password)."
                            .formatted(file.getFileName()),
                    false,
                    e);
        }
    }

    private static KeyStore open(Path file, String password) {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, password.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new FiksUnusable(
                    "Filen %s kan ikke åpnes. Kontroller at den finnes, er i formatet PKCS#12 (.p12), og at passordet er riktig (rodtraad.archive.fiks.key-store og key-store-password)."
                            .formatted(file.getFileName()),
                    false,
                    e);
        }
    }

    private static FiksKeys read(KeyStore store, FiksSettings settings, Instant now) throws GeneralSecurityException {
        char[] password = settings.keyStorePassword().toCharArray();
        List<String> names = new ArrayList<>();
        List<PrivateKey> keys = new ArrayList<>();
        for (String name : Collections.list(store.aliases())) {
            if (store.getKey(name, password) instanceof PrivateKey key) {
                names.add(name);
                keys.add(key);
            }
        }
        String alias = ours(names, settings.keyAlias());
        if (store.getCertificate(alias) instanceof X509Certificate certificate
                && now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new FiksUnusable(
                    "Virksomhetssertifikatet gikk ut %1$td.%1$tm.%1$tY. Bestill et nytt, og legg det inn (rodtraad.archive.fiks.key-store)."
                            .formatted(certificate.getNotAfter()));
        }
        return new FiksKeys(store, settings.keyStorePassword(), alias, List.copyOf(keys));
    }

    private static String ours(List<String> names, @Nullable String wanted) {
        if (wanted == null && names.size() == 1) {
            return names.get(0);
        }
        return names.stream()
                .filter(name -> name.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new FiksUnusable(
                        names.isEmpty()
                                ? "Filen med virksomhetssertifikatet har ingen nøkkel (rodtraad.archive.fiks.key-store)."
                                : "Si hvilken nøkkel som er virksomhetssertifikatets (rodtraad.archive.fiks.key-alias). Filen har %s."
                                        .formatted(String.join(", ", names))));
    }
}
