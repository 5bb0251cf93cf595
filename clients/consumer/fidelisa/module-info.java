/** All that a user has to require. */
module consumer {
  requires dev.forecourt.fidelisa;
  requires jdk.httpserver;
}
