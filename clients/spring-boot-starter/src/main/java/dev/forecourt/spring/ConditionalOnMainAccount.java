package dev.forecourt.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/**
 * Holds if the vendor's own properties make a client, and not its accounts alone. For a bean method
 * of a class with {@link ConditionalOnVendor}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnMainAccountCondition.class)
@interface ConditionalOnMainAccount {}
