package dev.forecourt.mock.trials.soak;

import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
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

/** The runnable JAR as a process of its own, all vendors on free ports of this machine. */
final class SoakedProcess implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("^(\\w+) ready at (http://\\S+)");
  private static final Pattern LIVE_BYTES = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
  private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

  private final Process process;
  private final Map<String, URI> hosts = new HashMap<>();

  private SoakedProcess(Process process) {
    this.process = process;
  }

  /** Starts it and waits until every vendor is ready. */
  static SoakedProcess start(Path jvmOptions, Path jar, Map<String, List<String>> keys) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(BIN.resolve("java").toString(), "@" + jvmOptions, "-jar", jar.toString()));
    Vendors.all().forEach(each -> command.addAll(List.of("--port", each.id() + "=0")));
    keys.forEach(
        (vendor, each) ->
            each.forEach(key -> command.addAll(List.of("--key", vendor + "=" + key))));
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      // its log is read with ours: a stack trace there is a failure of the mock
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      SoakedProcess soaked = new SoakedProcess(builder.start());
      soaked.awaitReady();
      return soaked;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + jar, e);
    }
  }

  private void awaitReady() throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    int expected = Vendors.all().size();
    String line = out.readLine();
    while (line != null) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        hosts.put(ready.group(1), URI.create(ready.group(2)));
      }
      if (hosts.size() == expected) {
        return;
      }
      line = out.readLine();
    }
    throw new IllegalStateException(
        "The mocks ended before they were ready; they said why above. Ready: " + hosts.keySet());
  }

  /** Where each vendor is. */
  Map<String, URI> hosts() {
    return hosts;
  }

  /** Ids of all vendors. */
  static List<String> vendors() {
    return Vendors.all().stream().map(Vendor::id).toList();
  }

  /** Bytes of live objects, after a full collection. */
  long liveBytes() {
    Matcher total = LIVE_BYTES.matcher(jcmd("GC.class_histogram"));
    if (!total.find()) {
      throw new IllegalStateException("jcmd tells no total; is this a JDK? " + BIN);
    }
    return Long.parseLong(total.group(1));
  }

  private String jcmd(String command) {
    try {
      Process jcmd =
          new ProcessBuilder(BIN.resolve("jcmd").toString(), Long.toString(process.pid()), command)
              .redirectErrorStream(true)
              .start();
      String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      jcmd.waitFor();
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException("jcmd is needed to measure the heap: use a JDK", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the heap was measured", e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
