package dev.forecourt.mock.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The runnable JAR with all vendors on free ports, until it is closed. */
final class PackedMocks implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("(\\w+) ready at (https?://\\S+) .*");

  private final Process process;
  private final Map<String, URI> uris = new HashMap<>();

  private PackedMocks(Process process) {
    this.process = process;
  }

  static PackedMocks start(List<String> vendors) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // lives too shortly for the optimizing compiler
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(List.of("-jar", System.getProperty("forecourt.jar")));
    for (String vendor : vendors) {
      command.addAll(List.of("--vendor", vendor, "--port", vendor + "=0"));
    }
    PackedMocks mocks =
        new PackedMocks(new ProcessBuilder(command).redirectErrorStream(true).start());
    mocks.awaitReady();
    return mocks;
  }

  private void awaitReady() throws IOException {
    BufferedReader output = process.inputReader();
    List<String> said = new ArrayList<>();
    for (String line = ""; !line.matches("(All \\d+ mocks are|The mock is) ready"); ) {
      line = output.readLine();
      assertThat(line).as("the process ended after %s", said).isNotNull();
      said.add(line);
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        uris.put(ready.group(1), URI.create(ready.group(2)));
      }
    }
  }

  URI uri(String vendor) {
    return uris.get(vendor);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
