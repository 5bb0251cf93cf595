package dev.forecourt.runtime.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A Valkey or Redis of the test's own, in memory only. */
public final class RedisProcess implements AutoCloseable {
  private static final String MISSING =
      "Neither valkey-server nor redis-server is on the path, so limits and tokens that processes"
          + " share are not tested. Install one; Debian: apt-get install redis-server.";

  private final Path program;
  private final int port;
  private Process process;

  private RedisProcess(Path program, int port) {
    this.program = program;
    this.port = port;
    this.process = launch();
  }

  /** Starts one. Where none is installed the test is skipped with the reason; in CI it fails. */
  public static RedisProcess start() {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(MISSING);
      }
      Assumptions.abort(MISSING);
    }
    return new RedisProcess(program.get(), freePort());
  }

  private static Optional<Path> program() {
    return Stream.of("valkey-server", "redis-server")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** It takes no port 0. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() {
    String options = "--bind 127.0.0.1 --port " + port + " --appendonly no --daemonize no --save";
    List<String> command =
        Stream.of(Stream.of(program.toString()), Stream.of(options.split(" ")), Stream.of(""))
            .flatMap(part -> part)
            .toList();
    StringBuilder printed = new StringBuilder();
    try {
      Process started =
          new ProcessBuilder(command)
              .directory(new File(System.getProperty("java.io.tmpdir")))
              .redirectErrorStream(true)
              .start();
      BufferedReader lines = started.inputReader(UTF_8);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        printed.append(line).append('\n');
        if (line.contains("Ready to accept connections")) {
          drain(lines);
          return started;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError(program + " did not start. It printed\n" + printed);
  }

  /** A full pipe would make it wait. */
  private static void drain(BufferedReader lines) {
    Thread drain = new Thread(() -> lines.lines().forEach(line -> {}), "redis-output");
    drain.setDaemon(true);
    drain.setUncaughtExceptionHandler((thread, killed) -> {});
    drain.start();
  }

  /** Where clients find it, such as {@code redis://127.0.0.1:40123}. */
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** It is gone, and all that it held: connections are refused. */
  public void stop() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException("The test was interrupted.", e);
    }
  }

  /** It hangs: connections are taken, nothing is answered. {@link #thaw()} ends it. */
  public void freeze() {
    signal("-STOP");
  }

  /** Goes on with what came meanwhile. */
  public void thaw() {
    signal("-CONT");
  }

  /** It is back at the same port, and empty. */
  public void startAgain() {
    process = launch();
  }

  private void signal(String signal) {
    try {
      int status =
          new ProcessBuilder("kill", signal, Long.toString(process.pid()))
              .inheritIO()
              .start()
              .waitFor();
      Assertions.assertEquals(0, status, "kill " + signal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("The test was interrupted.", e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
