package no.rodtraad.archive.fiks;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Our accounts in Fiks IO. A municipality's connection is opened when it is first needed, and a broken one is opened anew the
 * next time.
 */
public class FiksIo implements AutoCloseable {

    private final FiksSettings settings;
    private final FiksPlaces places;
    private final FiksListener listener;
    private final Clock clock;
    private final Map<String, FiksConnection> connections = new ConcurrentHashMap<>();

    FiksIo(FiksSettings settings, FiksPlaces places, FiksListener listener, Clock clock) {
        this.settings = settings;
        this.places = places;
        this.listener = listener;
        this.clock = clock;
    }

    /** What whoever operates the installation has to do before anybody can use it; empty when nothing. */
    public Optional<String> problem() {
        try {
            prepared();
            return Optional.empty();
        } catch (FiksUnusable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** As {@link #problem()}, and what this municipality lacks. */
    public Optional<String> problem(String tenantId) {
        return problem()
                .or(() -> settings.accounts().containsKey(tenantId)
                        ? Optional.empty()
                        : Optional.of(noAccount(tenantId)));
    }

    /**
     * Signs the message, encrypts it for the municipality's archive and hands it to Fiks IO.
     *
     * @return what Fiks IO calls it; answers refer to that
     * @throws FiksUnusable when Fiks IO did not take it
     */
    public UUID send(String tenantId, FiksMessage message) {
        return connection(tenantId).send(message);
    }

    /**
     * Takes what is sent to the municipality's account from now on.
     *
     * @throws FiksUnusable when Fiks IO cannot be reached
     */
    public void listen(String tenantId) {
        connection(tenantId);
    }

    private synchronized FiksConnection connection(String tenantId) {
        @Nullable FiksConnection open = connections.get(tenantId);
        if (open != null && open.works()) {
            return open;
        }
        if (open != null) {
            connections.remove(tenantId);
            open.close();
        }
        FiksSettings.Account account = settings.accounts().get(tenantId);
        if (account == null) {
            throw new FiksUnusable(noAccount(tenantId));
        }
        FiksConnection opened = FiksConnection.open(tenantId, prepared(), account, listener);
        connections.put(tenantId, opened);
        return opened;
    }

    private FiksConnection.Prepared prepared() {
        @Nullable String clientId = settings.clientId();
        @Nullable UUID integrationId = settings.integrationId();
        FiksKeys keys = FiksKeys.read(settings, clock.instant());
        if (clientId == null) {
            throw new FiksUnusable(
                    "Driften må først legge inn klienten i Maskinporten (rodtraad.archive.fiks.client-id).");
        }
        if (integrationId == null || settings.integrationPassword().isEmpty()) {
            throw new FiksUnusable(
                    "Driften må først legge inn integrasjonen fra Fiks konfigurasjon (rodtraad.archive.fiks.integration-id og integration-password).");
        }
        return new FiksConnection.Prepared(places, keys, clientId, integrationId, settings.integrationPassword());
    }

    private static String noAccount(String tenantId) {
        return "Driften må først legge inn kommunens konto i Fiks IO og arkivets (rodtraad.archive.fiks.accounts.%1$s.account og accounts.%1$s.receiver)."
                .formatted(tenantId);
    }

    @Override
    public synchronized void close() {
        connections.values().forEach(FiksConnection::close);
        connections.clear();
    }
}
