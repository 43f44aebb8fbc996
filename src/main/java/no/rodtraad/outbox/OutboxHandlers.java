package no.rodtraad.outbox;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Who carries out which kind of effect. Looked up when all beans exist, because handlers may use the outbox themselves. */
@Component
class OutboxHandlers implements SmartInitializingSingleton {

    private final ObjectProvider<OutboxHandler> beans;
    private volatile @Nullable Map<String, OutboxHandler> byKind;

    OutboxHandlers(ObjectProvider<OutboxHandler> beans) {
        this.beans = beans;
    }

    /** Two handlers of one kind stop the start. */
    @Override
    public void afterSingletonsInstantiated() {
        handlers();
    }

    OutboxHandler of(String kind) {
        OutboxHandler handler = handlers().get(kind);
        if (handler == null) {
            throw new IllegalStateException("No outbox handler carries out '%s'; there are handlers for %s"
                    .formatted(kind, handlers().keySet()));
        }
        return handler;
    }

    private Map<String, OutboxHandler> handlers() {
        @Nullable Map<String, OutboxHandler> known = byKind;
        if (known == null) {
            known = collect();
            byKind = known;
        }
        return known;
    }

    private Map<String, OutboxHandler> collect() {
        Map<String, OutboxHandler> collected = new HashMap<>();
        beans.orderedStream().forEach(handler -> {
            OutboxHandler other = collected.putIfAbsent(handler.kind(), handler);
            if (other != null) {
                throw new IllegalStateException("Two outbox handlers carry out '%s': %s and %s"
                        .formatted(
                                handler.kind(),
                                other.getClass().getName(),
                                handler.getClass().getName()));
            }
        });
        return Map.copyOf(collected);
    }
}
