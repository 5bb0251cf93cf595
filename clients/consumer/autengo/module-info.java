/** All that a user has to require. */
module consumer {
  requires dev.forecourt.autengo;
  requires jdk.httpserver;
}
