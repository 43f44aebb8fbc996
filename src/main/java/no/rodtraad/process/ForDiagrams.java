package no.rodtraad.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean, and those of its methods that diagrams may call, e.g. {@code ${deadline.daysBefore(firstDay,10)}}. They answer
 * a question and change nothing. Nothing else of ours can be called from a diagram, besides the steps (JavaDelegates).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForDiagrams {}
