package dev.forecourt.mock.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, which ends with this object. */
final class Server implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final long START_SECONDS = 60;
  private static final int PORTS_APART = 10;
  private static final int LAST_PORT = 32_000;
  private static int nextPort = 20_000;

  private final String name;
  private final int port;
  private final Process process;
  private final long startedNanos;

  private Server(String name, int port, Process process, long startedNanos) {
    this.name = name;
    this.port = port;
    this.process = process;
    this.startedNanos = startedNanos;
  }

  /** Starts a command whose arguments may hold {@code PORT}; what it prints goes into a file. */
  static Server start(String name, Path log, int port, List<String> command) throws IOException {
    List<String> filled =
        command.stream().map(word -> word.replace("PORT", Integer.toString(port))).toList();
    long before = System.nanoTime();
    Process process =
        new ProcessBuilder(filled).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new Server(name, port, process, before);
  }

  /** A port that was free a moment ago, with some more above it; never the same twice. */
  static synchronized int freePort() throws IOException {
    while (nextPort < LAST_PORT) {
      int port = nextPort;
      nextPort += PORTS_APART;
      if (isFree(port) && isFree(port + 1) && isFree(port + PORTS_APART - 1)) {
        return port;
      }
    }
    throw new IOException("No free port below " + LAST_PORT);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.getLocalPort() == port;
    } catch (IOException e) {
      return false;
    }
  }

  String host() {
    return "http://127.0.0.1:" + port;
  }

  /**
   * Waits until it answers a request with 200, and the ports above it too; seconds since its start.
   */
  double secondsUntilReady(Target target, int portsAbove) throws Exception {
    HttpRequest first = target.request(host());
    await(first);
    for (int i = 1; i <= portsAbove; i++) {
      await(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (port + i) + "/__mock/health"))
              .build());
    }
    return (System.nanoTime() - startedNanos) / 1e9;
  }

  private void await(HttpRequest request) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not there yet
      }
      Thread.sleep(2);
    }
    throw new IllegalStateException(
        name
            + (process.isAlive() ? " does not answer 200: " : " ended before it answered: ")
            + request.uri());
  }

  /** The body of an answer. */
  byte[] body(Target target) throws Exception {
    return HTTP.send(target.request(host()), HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  /** Puts the seed of a mock back. */
  void reset() throws Exception {
    HttpRequest reset =
        HttpRequest.newBuilder(URI.create(host() + "/__mock/reset"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    HTTP.send(reset, HttpResponse.BodyHandlers.discarding());
  }

  /** Memory of the process that is in RAM, in MiB. */
  double residentMiB() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    throw new IOException("The process of " + name + " is gone");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
