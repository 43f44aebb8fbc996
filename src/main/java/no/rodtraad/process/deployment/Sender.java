package no.rodtraad.process.deployment;

import java.util.List;
import java.util.Optional;
import no.rodtraad.process.Finding;
import no.rodtraad.process.Municipalities;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** Whose files are being deployed: a municipality's own people deploy for it, and administrators for any. */
final class Sender {

    private final Municipalities municipalities;

    Sender(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /**
     * @param wished tenant id that was sent; null or blank means the sender's own
     * @throws AuthorizationException when it is another's
     */
    String municipality(CommandContext context, @Nullable String wished) {
        Optional<String> named = Optional.ofNullable(wished).filter(id -> !id.isBlank());
        named.filter(id -> !municipalities.tenantIds().contains(id)).ifPresent(id -> {
            throw RefusedDeployment.because(List.of(notSaid(municipalities.tenantIds())));
        });
        @Nullable Authentication user = context.getAuthentication();
        if (user == null
                || user.getUserId() == null
                || context.getAuthorizationManager().isCamundaAdmin(user)) {
            return named.orElseThrow(() -> RefusedDeployment.because(List.of(notSaid(municipalities.tenantIds()))));
        }
        List<String> own = user.getTenantIds() == null ? List.of() : user.getTenantIds();
        if (named.isPresent() && !own.contains(named.get())) {
            throw new AuthorizationException(
                    "Du kan bare legge ut filer for din egen kommune: %s.".formatted(String.join(", ", own)));
        }
        return named.or(() -> own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty())
                .orElseThrow(() -> RefusedDeployment.because(List.of(notSaid(own))));
    }

    private static Finding notSaid(List<String> choices) {
        return Faults.municipality(String.join(", ", choices));
    }
}
