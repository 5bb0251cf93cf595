/** All that a user has to require. */
module consumer {
  requires dev.forecourt.autochat;
  requires jdk.httpserver;
}
