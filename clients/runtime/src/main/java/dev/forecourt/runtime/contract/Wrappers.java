package dev.forecourt.runtime.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Members under which a list may stand that the contract describes as a bare array. Written by the
 * generator.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Wrappers {
  /** Names on the wire, the likeliest first. */
  String[] value();
}
