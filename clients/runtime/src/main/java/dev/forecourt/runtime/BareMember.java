package dev.forecourt.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names, on a model and on its builder, the member of a {@link BareModel} that may stand alone.
 * Written by the generator.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BareMember {
  /** Name on the wire. */
  String value();
}
