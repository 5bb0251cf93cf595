package dev.forecourt.contracttests.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prism from npm on the contract of one vendor, on a free port of 127.0.0.1. */
public final class PrismServer implements AutoCloseable {
  private static final long START_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(180);
  private static final Pattern LISTENING =
      Pattern.compile("Prism is listening on http://127\\.0\\.0\\.1:(\\d+)");

  private static final Map<String, PrismServer> SHARED = new ConcurrentHashMap<>();

  private final Process process;
  private final Path log;
  private int port;

  private PrismServer(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * The one for all tests of this JVM, which ends with it: Prism remembers nothing, and takes long
   * to start. Not for requests that may end it.
   */
  public static PrismServer shared(String vendor) {
    return SHARED.computeIfAbsent(
        vendor,
        name -> {
          PrismServer started = start(name);
          Runtime.getRuntime().addShutdownHook(new Thread(started::close, "end-prism-" + name));
          return started;
        });
  }

  /** Starts Prism and waits until it listens. */
  public static PrismServer start(String vendor) {
    if (!Files.exists(Checkout.prism())) {
      throw new IllegalStateException(
          "Prism is not installed. Run scripts/test, which installs it, or: npm ci --prefix"
              + " mock-servers/prism");
    }
    try {
      Path log =
          Files.createTempFile(
              Files.createDirectories(Path.of("target", "prism")), vendor + "-", ".log");
      Process process =
          new ProcessBuilder(
                  "node",
                  Checkout.prism().toString(),
                  "mock",
                  "--host",
                  "127.0.0.1",
                  "--port",
                  "0", // a free one, which its log names
                  Checkout.contract(vendor).toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      PrismServer prism = new PrismServer(process, log);
      prism.awaitListening();
      return prism;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /**
   * Fails if Prism has died: it can end as a whole on one bad multipart part (prism issue 2672).
   */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "Prism ended by itself; the last request killed it.\n" + log());
    }
  }

  /** Whether it has died, or is about to. */
  public boolean ends() throws InterruptedException {
    return process.waitFor(5, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitListening() {
    long giveUp = System.nanoTime() + START_LIMIT_NANOS;
    Matcher listening = LISTENING.matcher(log());
    while (!listening.find()) {
      if (!process.isAlive() || System.nanoTime() > giveUp) {
        close();
        throw new IllegalStateException("Prism does not listen.\n" + log());
      }
      pause();
      listening = LISTENING.matcher(log());
    }
    port = Integer.parseInt(listening.group(1));
  }

  private String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "(no log: " + e + ")";
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Prism started", e);
    }
  }
}
