/** What every vendor client stands on. */
@SuppressWarnings("requires-automatic") // HttpCore and Micrometer have a name and no module-info
module dev.forecourt.runtime {
  requires java.net.http;
  requires org.apache.httpcomponents.core5.httpcore5;
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires transitive feign.core;
  requires transitive org.jspecify;
  // for applications that read and write models with a mapper of their own
  requires static com.fasterxml.jackson.databind;
  requires static tools.jackson.databind;
  // for those who use the listeners of dev.forecourt.runtime.observe
  requires static micrometer.commons;
  requires static micrometer.core;
  requires static micrometer.observation;
  requires static org.slf4j;

  exports dev.forecourt.runtime;
  exports dev.forecourt.runtime.call;
  exports dev.forecourt.runtime.contract;
  exports dev.forecourt.runtime.credentials;
  exports dev.forecourt.runtime.encode;
  exports dev.forecourt.runtime.errors;
  exports dev.forecourt.runtime.http;
  exports dev.forecourt.runtime.json;
  exports dev.forecourt.runtime.json.jackson2 to
      com.fasterxml.jackson.databind;
  exports dev.forecourt.runtime.json.jackson3 to
      tools.jackson.databind;
  exports dev.forecourt.runtime.limits;
  exports dev.forecourt.runtime.observe;
  exports dev.forecourt.runtime.paging;
}
