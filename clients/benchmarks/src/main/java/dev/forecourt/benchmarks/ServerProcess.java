package dev.forecourt.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The server of a link in another JVM, which ends with this object or with this process. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final String baseUrl;

  ServerProcess(Link link, long delayMillis) throws IOException {
    process = java(link.server(), List.of(link.name(), String.valueOf(delayMillis)));
    out = new BufferedReader(new InputStreamReader(process.getInputStream()));
    String port = out.readLine();
    if (port == null) {
      throw new IOException("The server for " + link + " did not start; see above.");
    }
    baseUrl = link.baseUrl(port);
  }

  String baseUrl() {
    return baseUrl;
  }

  /** What it has seen since its start. */
  Counts.Seen seen() throws IOException {
    process.getOutputStream().write("count\n".getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().flush();
    return Counts.Seen.parse(out.readLine());
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** A main class of this module in a JVM of its own; what it complains of is shown. */
  static Process java(Class<?> main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Xmx512m");
    command.addAll(Certificate.jvmOptions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
