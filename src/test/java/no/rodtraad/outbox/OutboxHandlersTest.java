package no.rodtraad.outbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@DisplayName("Hvem som utfører hva")
class OutboxHandlersTest {

    @Test
    void stopsTheStartWhenTwoCarryOutTheSameKind() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.register(OutboxHandlers.class);
            context.registerBean("one", OutboxHandler.class, () -> handlerOf("MAIL"));
            context.registerBean("other", OutboxHandler.class, () -> handlerOf("MAIL"));

            assertThatThrownBy(context::refresh).hasMessageContaining("Two outbox handlers carry out 'MAIL'");
        }
    }

    private static OutboxHandler handlerOf(String kind) {
        return new OutboxHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void handle(Outbox.Entry entry) {}
        };
    }
}
