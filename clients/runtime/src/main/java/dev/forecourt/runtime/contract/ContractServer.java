package dev.forecourt.runtime.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The vendor's server as the contract states it, for a service or for one operation. Written by the
 * generator.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ContractServer {
  /** Scheme and host, such as {@code https://www.fidcar.com}. */
  String value();
}
