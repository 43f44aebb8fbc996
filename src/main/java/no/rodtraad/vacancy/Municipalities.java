package no.rodtraad.vacancy;

import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the municipalities are called, from {@code rodtraad.municipalities.<tenant>.name}. */
@Component
public class Municipalities {

    private final Environment settings;

    Municipalities(Environment settings) {
        this.settings = settings;
    }

    /** E.g. «Eksempelvik kommune». */
    public String nameOf(String tenantId) {
        return settings.getProperty(
                "rodtraad.municipalities.%s.name".formatted(tenantId),
                tenantId.substring(0, 1).toUpperCase(Locale.ROOT) + tenantId.substring(1) + " kommune");
    }
}
