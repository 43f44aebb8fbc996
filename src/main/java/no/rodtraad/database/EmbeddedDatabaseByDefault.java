package no.rodtraad.database;

import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Decides once, before anything is created: without a configured database the application is a demo with an embedded
 * database, bound to loopback; with one it is not, whatever profile somebody asks for.
 */
public class EmbeddedDatabaseByDefault implements EnvironmentPostProcessor {

    static final String EMBEDDED = "rodtraad.database.embedded";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        // In a zone with summer time the engine loses job locks in the October night and fires timers an hour early.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        boolean configured = environment.containsProperty("spring.datasource.url");
        if (configured && environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new DemoNeedsEmbeddedDatabase();
        }
        if (configured) {
            return;
        }
        environment.addActiveProfile("demo");
        Map<String, Object> defaults = new HashMap<>();
        defaults.put(EMBEDDED, "true");
        defaults.put("rodtraad.demo.mail", "true");
        environment.getPropertySources().addLast(new MapPropertySource("demo", defaults));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("demo-on-loopback", Map.of("server.address", "127.0.0.1")));
    }
}
