package dev.forecourt.mock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which vendor a {@code MockServer} or a {@code URI} of a test is of. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Mock {

  /** Id of the vendor, such as {@code fidcar}. */
  String value();
}
