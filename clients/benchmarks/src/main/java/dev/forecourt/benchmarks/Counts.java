package dev.forecourt.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** What a server has seen, and how it tells the process that started it. */
final class Counts {
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger http2Requests = new AtomicInteger();

  /**
   * What a server has seen since its start.
   *
   * @param connections connections that were opened
   * @param requests requests that arrived whole
   * @param http2Requests those of them that came over HTTP/2
   */
  record Seen(int connections, int requests, int http2Requests) {

    /** From the line that {@link #tell} prints. */
    static Seen parse(String line) {
      String[] numbers = line.split(" ");
      return new Seen(
          Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
    }

    Seen since(Seen before) {
      return new Seen(
          connections - before.connections,
          requests - before.requests,
          http2Requests - before.http2Requests);
    }

    /** The protocol of the requests, as it is called in the tables. */
    String protocol() {
      if (http2Requests == 0) {
        return "HTTP/1.1";
      }
      return http2Requests == requests ? "HTTP/2" : "both";
    }
  }

  void connection() {
    connections.incrementAndGet();
  }

  void request(boolean http2) {
    requests.incrementAndGet();
    if (http2) {
      http2Requests.incrementAndGet();
    }
  }

  /** Prints the port, then the counts for each line of input; ends the process with its input. */
  void tell(int port) throws IOException {
    System.out.println(port);
    BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    while (asked.readLine() != null) {
      System.out.println(connections + " " + requests + " " + http2Requests);
    }
    System.exit(0);
  }
}
