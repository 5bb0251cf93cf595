/** What every vendor client stands on. Open, because Feign and Jackson make its objects. */
@SuppressWarnings("requires-automatic") // HttpCore and Micrometer have a name and no module-info
open module dev.forecourt.runtime {
  requires com.fasterxml.jackson.datatype.jsr310;
  requires java.net.http;
  requires org.apache.httpcomponents.core5.httpcore5;
  requires transitive com.fasterxml.jackson.annotation;
  requires transitive com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires transitive feign.core;
  requires transitive org.jspecify;
  // for those who use the listeners of dev.forecourt.runtime.observe
  requires static micrometer.core;
  requires static org.slf4j;

  exports dev.forecourt.runtime;
  exports dev.forecourt.runtime.call;
  exports dev.forecourt.runtime.contract;
  exports dev.forecourt.runtime.credentials;
  exports dev.forecourt.runtime.encode;
  exports dev.forecourt.runtime.errors;
  exports dev.forecourt.runtime.http;
  exports dev.forecourt.runtime.limits;
  exports dev.forecourt.runtime.observe;
  exports dev.forecourt.runtime.paging;
}
