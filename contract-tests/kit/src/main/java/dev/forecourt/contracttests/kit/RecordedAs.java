package dev.forecourt.contracttests.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a verification finds of each interaction goes to {@code target/results}, for the report. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(RecordsVerdicts.class)
public @interface RecordedAs {
  /** Who answered: {@code stub} or {@code prism}. */
  String value();
}
