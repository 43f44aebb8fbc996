package no.rodtraad.virusscan;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** ClamAV where the settings say where it is; otherwise nothing looks, and the log says so at each start. */
@Configuration(proxyBeanMethods = false)
class VirusScanConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanConfiguration.class);

    @Bean
    VirusScan virusScan(
            @Value("${rodtraad.virus-scan.clamav-host:}") String host,
            @Value("${rodtraad.virus-scan.clamav-port:3310}") int port,
            @Value("${rodtraad.virus-scan.timeout:20s}") Duration timeout) {
        if (host.isBlank()) {
            LOG.info("Filer folk sender, blir ikke kontrollert for virus. Sett rodtraad.virus-scan.clamav-host.");
            return content -> VirusScan.Verdict.CLEAN;
        }
        LOG.info("Filer folk sender, blir kontrollert for virus av ClamAV på {}:{}", host, port);
        return new ClamAv(host, port, timeout);
    }
}
