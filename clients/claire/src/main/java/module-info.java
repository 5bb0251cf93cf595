/** Client of Claire. */
module dev.forecourt.claire {
  requires transitive dev.forecourt.runtime;
  // for those who put a webhook receiver on a servlet container or on the JDK's server
  requires static jakarta.servlet;
  requires static jdk.httpserver;

  exports dev.forecourt.claire;
  exports dev.forecourt.claire.api;
  exports dev.forecourt.claire.model;
  exports dev.forecourt.claire.webhook;
}
