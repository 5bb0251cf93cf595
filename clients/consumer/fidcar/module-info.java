/** All that a user has to require. */
module consumer {
  requires dev.forecourt.fidcar;
  requires jdk.httpserver;
}
