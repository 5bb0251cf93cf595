package dev.forecourt.benchmarks;

/** How callers reach a server. All clients of one table meet the same server. */
enum Link {
  HTTP("http", AnswerServer.class),
  TLS("TLS, HTTP/1.1", AnswerServer.class),
  /** A server that offers HTTP/2 and HTTP/1.1 in the handshake; the client takes what it can. */
  HTTP2("TLS, HTTP/2", Http2Server.class);

  private final String title;
  private final Class<?> server;

  Link(String title, Class<?> server) {
    this.title = title;
    this.server = server;
  }

  /** What it is called in the tables. */
  String title() {
    return title;
  }

  /** The program that answers. Arguments: this link's name, and milliseconds before each answer. */
  Class<?> server() {
    return server;
  }

  boolean encrypted() {
    return this != HTTP;
  }

  String baseUrl(String port) {
    return (encrypted() ? "https" : "http") + "://127.0.0.1:" + port;
  }
}
