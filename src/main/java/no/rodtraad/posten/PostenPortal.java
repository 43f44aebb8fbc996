package no.rodtraad.posten;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import no.digipost.signature.client.ClientConfiguration;
import no.digipost.signature.client.ServiceEnvironment;
import no.digipost.signature.client.core.ConfirmationReference;
import no.digipost.signature.client.core.PAdESReference;
import no.digipost.signature.client.core.PollingQueue;
import no.digipost.signature.client.core.Sender;
import no.digipost.signature.client.core.exceptions.BrokerNotAuthorizedException;
import no.digipost.signature.client.core.exceptions.JobCannotBeCancelledException;
import no.digipost.signature.client.core.exceptions.TooEagerPollingException;
import no.digipost.signature.client.core.exceptions.UnexpectedResponseException;
import no.digipost.signature.client.core.internal.ClientHelper;
import no.digipost.signature.client.core.internal.http.SignatureServiceRoot;
import no.digipost.signature.client.portal.CancellationUrl;
import no.digipost.signature.client.portal.PortalClient;
import no.digipost.signature.client.portal.PortalJob;
import no.digipost.signature.client.portal.PortalJobResponse;
import no.digipost.signature.client.portal.PortalJobStatus;
import no.digipost.signature.client.portal.PortalJobStatusChanged;
import org.jspecify.annotations.Nullable;

/** Talks to the portal of Posten signering. Opens nothing before it is needed, and asks for changes only when it is allowed. */
class PostenPortal {

    private static final Duration AFTER_ASKING_TOO_EARLY = Duration.ofMinutes(10);

    private final PostenSettings settings;
    private final ServiceEnvironment environment;
    private final OrganisationCertificate certificate;
    private final Clock clock;
    private final Map<Sender, Instant> nextPermitted = new ConcurrentHashMap<>();
    private @Nullable Connection connection;

    PostenPortal(
            PostenSettings settings, ServiceEnvironment environment, OrganisationCertificate certificate, Clock clock) {
        this.settings = settings;
        this.environment = environment;
        this.certificate = certificate;
        this.clock = clock;
    }

    /** @param helper what the client itself confirms with; the client can only confirm a change it still has in memory */
    private record Connection(PortalClient client, ClientHelper helper) {}

    Sender sender(String organisationNumber) {
        return new Sender(organisationNumber, PollingQueue.of(settings.pollingQueue()));
    }

    PortalJobResponse create(PortalJob job) {
        return explained(() -> connection().client().create(job));
    }

    /** What has changed for one job; empty when nothing has, or when it is too early to ask. */
    Optional<PortalJobStatusChanged> nextChange(Sender sender) {
        if (clock.instant().isBefore(nextPermitted.getOrDefault(sender, Instant.MIN))) {
            return Optional.empty();
        }
        try {
            PortalJobStatusChanged change =
                    explained(() -> connection().client().getStatusChange(sender));
            nextPermitted.put(sender, change.getNextPermittedPollTime());
            return Optional.of(change).filter(found -> !found.is(PortalJobStatus.NO_CHANGES));
        } catch (TooEagerPollingException e) {
            nextPermitted.put(sender, clock.instant().plus(AFTER_ASKING_TOO_EARLY));
            return Optional.empty();
        }
    }

    byte[] signedDocument(URI url) {
        return explained(() -> {
            try (InputStream content = connection().client().getPAdES(PAdESReference.of(url))) {
                return content.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("The signed document did not come through", e);
            }
        });
    }

    void confirm(URI url) {
        explained(() -> {
            connection().helper().confirm(() -> ConfirmationReference.of(url));
            return url;
        });
    }

    /** @return false when the job was over already */
    boolean cancel(URI url) {
        return explained(() -> {
            try {
                connection().client().cancel(() -> CancellationUrl.of(url));
                return true;
            } catch (JobCannotBeCancelledException e) {
                return false;
            }
        });
    }

    private static <T> T explained(Supplier<T> call) {
        try {
            return call.get();
        } catch (UnexpectedResponseException e) {
            throw PostenRefused.of(e);
        } catch (BrokerNotAuthorizedException e) {
            throw PostenRefused.withoutAuthority();
        }
    }

    private synchronized Connection connection() {
        if (connection == null) {
            ClientConfiguration configuration = ClientConfiguration.builder(certificate.open())
                    .serviceEnvironment(environment)
                    .includeInUserAgent("Rød tråd")
                    .build();
            connection = new Connection(
                    new PortalClient(configuration),
                    new ClientHelper(SignatureServiceRoot.from(configuration), configuration.defaultHttpClient()));
        }
        return connection;
    }
}
