/** What every vendor client stands on. Open, because Feign and Jackson make its objects. */
open module dev.forecourt.runtime {
  requires com.fasterxml.jackson.datatype.jsr310;
  requires java.net.http;
  requires transitive com.fasterxml.jackson.annotation;
  requires transitive com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires transitive feign.core;
  requires transitive org.jspecify;

  exports dev.forecourt.runtime;
}
