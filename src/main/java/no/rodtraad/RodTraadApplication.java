package no.rodtraad;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Rød tråd. */
@SpringBootApplication
@org.springframework.boot.context.properties.ConfigurationPropertiesScan
public class RodTraadApplication {

    public static void main(String[] args) {
        SpringApplication.run(RodTraadApplication.class, args);
    }
}
