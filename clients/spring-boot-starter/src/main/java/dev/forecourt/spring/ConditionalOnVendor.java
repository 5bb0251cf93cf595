package dev.forecourt.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/**
 * Holds if a client of the vendor is wanted: {@code forecourt.<id>.enabled} is true, or is not set
 * while one of the credentials is.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnVendorCondition.class)
@interface ConditionalOnVendor {

  /** The vendor's id. */
  String value();

  /** Properties below {@code forecourt.<id>} of which each is a credential or a part of one. */
  String[] credentials();
}
