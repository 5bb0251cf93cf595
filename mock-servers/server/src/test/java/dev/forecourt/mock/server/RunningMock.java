package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
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

  private static final Pattern READY = Pattern.compile("(\\w+) ready at (http://[\\d.:]+) .*");

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
    List<String> command = new ArrayList<>(by);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    for (String vendor : vendors) {
      command.addAll(List.of("--vendor", vendor, "--port", vendor + "=0"));
    }
    command.addAll(List.of(options));
    RunningMock mock =
        new RunningMock(new ProcessBuilder(command).redirectErrorStream(true).start());
    List<String> said = new ArrayList<>();
    while (mock.uris.size() < vendors.size()) {
      String line = mock.nextLine();
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
