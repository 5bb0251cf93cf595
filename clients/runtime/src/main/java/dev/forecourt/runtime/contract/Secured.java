package dev.forecourt.runtime.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The security that the contract gives an operation. Written by the generator. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Secured {
  /**
   * Alternatives, each the names of the schemes it needs, with spaces between them; empty if the
   * operation is open to everyone.
   */
  String[] value();
}
