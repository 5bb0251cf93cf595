package dev.forecourt.contracttests.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Node process that runs Prism on one contract after another. */
final class PrismProcess implements AutoCloseable {
  private static final long START_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(180);
  private static final Pattern LISTENING =
      Pattern.compile("Prism is listening on http://127\\.0\\.0\\.1:(\\d+)");

  private final Process process;
  private final Writer in;
  private final Path log;

  private PrismProcess(Process process, Path log) {
    this.process = process;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.log = log;
  }

  static PrismProcess start() {
    if (!Files.exists(Checkout.prism())) {
      throw new IllegalStateException(
          "Prism is not installed. Run scripts/test, which installs it, or: npm ci --prefix"
              + " mock-servers/prism");
    }
    try {
      Path log =
          Files.createTempFile(
              Files.createDirectories(Path.of("target", "prism")), "prism-", ".log");
      Process process =
          new ProcessBuilder("node", Checkout.file("mock-servers/prism/several.cjs").toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new PrismProcess(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs Prism on the contract of this vendor too, and waits until it listens: on which port. */
  synchronized int listen(String vendor) {
    int before = log().length();
    try {
      in.write(Checkout.contract(vendor) + "\n");
      in.flush();
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("Prism takes no contract.\n" + log(), e);
    }
    long giveUp = System.nanoTime() + START_LIMIT_NANOS;
    Matcher listening = LISTENING.matcher(log().substring(before));
    while (!listening.find()) {
      if (!process.isAlive() || System.nanoTime() > giveUp) {
        close();
        throw new IllegalStateException("Prism does not listen for " + vendor + ".\n" + log());
      }
      pause();
      listening = LISTENING.matcher(log().substring(before));
    }
    return Integer.parseInt(listening.group(1));
  }

  void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "Prism ended by itself; the last request killed it.\n" + log());
    }
  }

  /** Whether it has died, or is about to. */
  boolean ends() throws InterruptedException {
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
