package no.rodtraad.messaging;

import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** How mails leave: by the server that is configured, or by the demo's own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailProperties.class, BounceProperties.class, Regions.class})
class MailConfiguration {

    private static final String TIMEOUT_MILLIS = "15000";

    @Bean
    @ConditionalOnDemoMail
    JavaMailSender demoMailSender(DemoMailServer server) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(DemoMailServer.HOST);
        sender.setPort(server.smtpPort());
        sender.setDefaultEncoding("UTF-8");
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        return sender;
    }
}
