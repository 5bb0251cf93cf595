package dev.forecourt.mock.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sends a fixed number of requests over 32 kept connections with h2load (of nghttp2, HTTP/1.1). A
 * number and no duration, because creations fill the memory of the mock.
 */
final class Load {
  static final int CONNECTIONS = 32;

  private static final Pattern RATE = Pattern.compile("finished in [^,]+, ([0-9.]+) req/s");
  private static final Pattern STATUS = Pattern.compile("status codes: (\\d+) 2xx");

  private final Path folder;

  /** Keeps its files in a folder. */
  Load(Path folder) throws IOException {
    this.folder = folder;
    for (Target target : Target.values()) {
      if (target.isPost()) {
        Files.writeString(body(target), target.body(), StandardCharsets.UTF_8);
      }
    }
  }

  /** Says what to install where h2load is missing. */
  static void requireH2load() {
    try {
      new ProcessBuilder("h2load", "--version")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(
          "h2load is not installed. Debian: apt-get install nghttp2-client", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Requests a second. Throws {@link IllegalStateException} if an answer was not 2xx. */
  double rate(Target target, String host, int requests) throws Exception {
    return rate(run(target, host, requests, List.of()), requests);
  }

  /** Microseconds within which 99 of 100 requests were answered. */
  double p99Micros(Target target, String host, int requests) throws Exception {
    Path log = folder.resolve("times.log");
    Files.deleteIfExists(log);
    rate(run(target, host, requests, List.of("--log-file=" + log)), requests);
    try (Stream<String> lines = Files.lines(log)) {
      long[] micros =
          lines.mapToLong(line -> Long.parseLong(line.split("\t")[2])).sorted().toArray();
      return micros[(int) (micros.length * 0.99)];
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private String run(Target target, String host, int requests, List<String> more) throws Exception {
    List<String> command = new ArrayList<>(List.of("h2load", "--h1", "-t1", "-c" + CONNECTIONS));
    command.addAll(List.of("-n" + requests, "-H", "Authorization: " + Target.AUTHORIZATION));
    if (target.isPost()) {
      command.addAll(
          List.of("-d", body(target).toString(), "-H", "Content-Type: " + Target.MULTIPART));
    }
    command.addAll(more);
    command.add(target.at(host).toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  private static double rate(String output, int requests) {
    Matcher status = STATUS.matcher(output);
    Matcher rate = RATE.matcher(output);
    if (!status.find() || !rate.find() || Integer.parseInt(status.group(1)) != requests) {
      throw new IllegalStateException("Not every answer was 2xx:\n" + output);
    }
    return Double.parseDouble(rate.group(1));
  }

  private Path body(Target target) {
    return folder.resolve(target.label() + ".body");
  }
}
