package no.rodtraad.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller whose pages employees read: its templates get what {@code staff/layout} shows, {@link NotHere} and
 * {@link NotYours} become pages with their sentence, and nothing is kept in caches.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StaffPage {}
