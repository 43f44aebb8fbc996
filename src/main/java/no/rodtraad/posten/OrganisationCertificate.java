package no.rodtraad.posten;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import no.digipost.signature.client.core.exceptions.ConfigurationException;
import no.digipost.signature.client.core.exceptions.SignatureException;
import no.digipost.signature.client.security.KeyStoreConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The certificate that says to Posten who we are. */
@Component
class OrganisationCertificate {

    private final @Nullable Path file;
    private final String password;
    private final Clock clock;

    OrganisationCertificate(PostenSettings settings, Clock clock) {
        file = settings.keyStore();
        password = settings.keyStorePassword();
        this.clock = clock;
    }

    /** What is wrong with it and how to mend it, for people; empty when it can be used. */
    Optional<String> problem() {
        if (file == null) {
            return Optional.of("Posten signering er ikke satt opp. Den som drifter Rød tråd, legger inn kommunens"
                    + " virksomhetssertifikat med innstillingen rodtraad.posten.key-store.");
        }
        try {
            return validity(load());
        } catch (IOException e) {
            return Optional.of(
                    "Filen med virksomhetssertifikatet, %s, kan ikke leses. Kontroller".formatted(file.getFileName())
                            + " rodtraad.posten.key-store og rettighetene til filen.");
        } catch (SignatureException e) {
            return Optional.of(
                    "Virksomhetssertifikatet kan ikke åpnes. Kontroller at filen er i formatet PKCS#12 (.p12)"
                            + " og at rodtraad.posten.key-store-password er riktig.");
        }
    }

    /** @throws ConfigurationException when {@link #problem()} has something to say */
    KeyStoreConfig open() {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            throw new ConfigurationException(problem.get());
        }
        try {
            return load();
        } catch (IOException e) {
            throw new ConfigurationException("The organisation certificate disappeared", e);
        }
    }

    private KeyStoreConfig load() throws IOException {
        if (file == null) {
            throw new IOException("No key store");
        }
        try (InputStream content = Files.newInputStream(file)) {
            return KeyStoreConfig.fromOrganizationCertificate(content, password);
        }
    }

    private Optional<String> validity(KeyStoreConfig keyStore) {
        Instant now = clock.instant();
        Date end = keyStore.getCertificate().getNotAfter();
        if (now.isAfter(end.toInstant())) {
            return Optional.of("Virksomhetssertifikatet gikk ut %1$td.%1$tm.%1$tY. Bestill et nytt, og legg det inn med"
                            .formatted(end)
                    + " rodtraad.posten.key-store.");
        }
        return Optional.empty();
    }
}
