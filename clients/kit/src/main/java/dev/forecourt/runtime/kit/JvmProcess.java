package dev.forecourt.runtime.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM of its own with the class path of the test, whose printed lines the test reads. */
public final class JvmProcess implements AutoCloseable {
  private static final long LONGEST_WAIT_SECONDS = 120;
  private static final String END = "(end of what this process printed)";

  private final Process process;
  private final Thread reader;
  private final List<String> all = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> coming = new LinkedBlockingQueue<>();

  private JvmProcess(Process process) {
    this.process = process;
    reader = new Thread(this::read, "jvm-process-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Runs this class. What it prints as an error is printed as one of the test. */
  public static JvmProcess start(Class<?> main, String... arguments) {
    return start(List.of(), main, arguments);
  }

  /** The same with these options of the JVM. */
  public static JvmProcess start(List<String> options, Class<?> main, String... arguments) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    // a JVM that lives for seconds is not worth much compiling
    Stream<String> command =
        Stream.of(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"));
    List<String> line =
        Stream.of(command, options.stream(), Stream.of(main.getName()), Stream.of(arguments))
            .flatMap(part -> part)
            .toList();
    try {
      return new JvmProcess(
          new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the next line that begins so, and gives what follows. Fails if none comes. */
  public String next(String beginning) {
    try {
      while (true) {
        String line = coming.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        if (line == null || line.equals(END)) {
          throw new AssertionError("Expected a line '" + beginning + "...', printed was " + all);
        }
        if (line.startsWith(beginning)) {
          return line.substring(beginning.length());
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("The test was interrupted.", e);
    }
  }

  /** All lines so far. */
  public List<String> lines() {
    return List.copyOf(all);
  }

  /** Tells the process to go on: it reads a line. */
  public void tell(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The process has ended. It printed " + all, e);
    }
  }

  /** Ends it at once, as a crash would. All that it printed is then read. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
      reader.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("The test was interrupted.", e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        all.add(line);
        coming.add(line);
      }
    } catch (IOException killed) {
      // the end all the same
    }
    coming.add(END);
  }
}
