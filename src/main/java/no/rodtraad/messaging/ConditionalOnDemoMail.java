package no.rodtraad.messaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Where {@code rodtraad.demo.mail} is on and no real mail server is configured. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnDemoMail.Wanted.class)
@interface ConditionalOnDemoMail {

    class Wanted implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().getProperty("rodtraad.demo.mail", Boolean.class, false)
                    && context.getEnvironment()
                            .getProperty("spring.mail.host", "")
                            .isBlank();
        }
    }
}
