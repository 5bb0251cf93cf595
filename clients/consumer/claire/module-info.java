/** All that a user has to require. */
module consumer {
  requires dev.forecourt.claire;
  requires jdk.httpserver;
}
