package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The process as users start it, in a JVM of its own, so that it can be killed. */
final class RunningMock implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("(\\w+) ready at (https?://\\S+) .*");

  private final Process process;
  private final BufferedReader output;
  private final Map<String, URI> uris = new HashMap<>();

  private RunningMock(Process process) {
    this.process = process;
    output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts these vendors on free ports, and waits until all are ready. */
  static RunningMock start(List<String> vendors, String... options) throws IOException {
    return start(List.of(), vendors, options);
  }

  /** The same by way of another command, which is given the command as arguments. */
  static RunningMock start(List<String> by, List<String> vendors, String... options)
      throws IOException {
    return start(by, List.of(), vendors, options);
  }

  /** The same with the flags that users start it with, and these after them. */
  static RunningMock startShipped(List<String> flags, List<String> vendors, String... options)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.add("@" + Path.of("jvm.options").toAbsolutePath());
    all.addAll(flags);
    return start(List.of(), all, vendors, options);
  }

  /** The same with the process that it is to end with. */
  static RunningMock startedBy(Process starter, List<String> vendors) throws IOException {
    return start(List.of(), List.of("-Dforecourt.mock.started-by=" + starter.pid()), vendors);
  }

  private static RunningMock start(
      List<String> by, List<String> flags, List<String> vendors, String... options)
      throws IOException {
    List<String> command = new ArrayList<>(by);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    for (String vendor : vendors) {
      command.addAll(List.of("--vendor", vendor, "--port", vendor + "=0"));
    }
    command.addAll(List.of(options));
    RunningMock mock =
        new RunningMock(new ProcessBuilder(command).redirectErrorStream(true).start());
    List<String> said = new ArrayList<>();
    for (String line = ""; !line.matches("(All \\d+ mocks are|The mock is) ready"); ) {
      line = mock.nextLine();
      assertThat(line).as("the process ended after %s", said).isNotNull();
      said.add(line);
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        mock.uris.put(ready.group(1), URI.create(ready.group(2)));
      }
    }
    return mock;
  }

  URI uri(String vendor) {
    return uris.get(vendor);
  }

  /** What it prints next; null at its end. */
  String nextLine() throws IOException {
    return output.readLine();
  }

  /** All that it says until it ends, and its exit code. */
  static String ended(List<String> flags, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of("jvm.options").toAbsolutePath());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return said + "exit code " + process.waitFor();
    }
  }

  /** As {@code kill}: it is asked to end. */
  void terminate() {
    process.destroy();
  }

  /** Waits until it has ended by itself. */
  void awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  /** As {@code kill -9}: nothing of it runs any more, no hook, no flush. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
