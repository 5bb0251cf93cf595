package dev.forecourt.contracttests.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A script that Node runs: it answers each line with a line. */
final class NodeProcess implements AutoCloseable {

  private final Path script;
  private final Process process;
  private final Writer in;
  private final BufferedReader out;

  private NodeProcess(Path script) throws IOException {
    this.script = script;
    process =
        new ProcessBuilder("node", script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    in = process.outputWriter(StandardCharsets.UTF_8);
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static NodeProcess of(Path script) throws IOException {
    return new NodeProcess(script);
  }

  /** Its answer to this line. */
  String ask(String line) throws IOException {
    in.write(line);
    in.write('\n');
    in.flush();
    String answer = out.readLine();
    if (answer == null) {
      throw new IllegalStateException(
          "%s ended before it answered; what it said is above.".formatted(script.getFileName()));
    }
    return answer;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      process.destroy();
    }
  }
}
