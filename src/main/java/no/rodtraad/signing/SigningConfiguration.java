package no.rodtraad.signing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ContractTexts.class, SigningSettings.class})
class SigningConfiguration {}
