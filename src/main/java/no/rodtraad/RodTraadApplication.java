package no.rodtraad;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Rød tråd. */
@SpringBootApplication
public class RodTraadApplication {

    public static void main(String[] args) {
        SpringApplication.run(RodTraadApplication.class, args);
    }
}
