package dev.forecourt.contracttests.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Calls of curl, each run by bash as a person pastes it. */
final class Curl implements Language {

  private static final int SECONDS = 30;

  private final Path home;

  /** Takes an empty folder, where it writes curl's settings. */
  Curl(Path home) throws IOException {
    this.home = home;
    Files.writeString(
        home.resolve(".curlrc"), "silent\nshow-error\nnoproxy = *\nmax-time = " + SECONDS + "\n");
  }

  @Override
  public String run(int number, String code) throws Exception {
    ProcessBuilder bash = new ProcessBuilder("bash", "-c", code).redirectErrorStream(true);
    // curl's own settings, in place of those of whoever runs this
    bash.environment().put("CURL_HOME", home.toString());
    Process process = bash.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException("curl failed: " + printed + "\n" + code);
    }
    return printed;
  }
}
