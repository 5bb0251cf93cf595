package dev.forecourt.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An {@link AnswerServer} in another JVM, which ends with this object or with this process. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final String baseUrl;

  ServerProcess(long delayMillis) throws IOException {
    process = java(AnswerServer.class, List.of(String.valueOf(delayMillis)));
    out = new BufferedReader(new InputStreamReader(process.getInputStream()));
    baseUrl = "http://127.0.0.1:" + out.readLine();
  }

  String baseUrl() {
    return baseUrl;
  }

  /** Connections opened since the start. */
  int opened() throws IOException {
    process.getOutputStream().write("count\n".getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().flush();
    return Integer.parseInt(out.readLine().split(" ")[0]);
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
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
