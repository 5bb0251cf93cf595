package dev.forecourt.trials.specmatic;

import dev.forecourt.contracttests.kit.Checkout;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JAR of npm specmatic: other people wrote it. */
final class Specmatic {
  private static final long LIMIT_SECONDS = 120;

  private Specmatic() {}

  /** Makes up tests from a contract and runs them; its files go to this folder. */
  static List<GeneratedTest> test(Path contract, URI provider, Path folder)
      throws IOException, InterruptedException {
    Path jar = Checkout.specmatic();
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          "Specmatic is not installed. Run scripts/run-specmatic, or: npm ci --prefix contract-tests/specmatic");
    }
    Path report = folder.resolve("junit").resolve("TEST-junit-jupiter.xml");
    Files.deleteIfExists(report);
    Path log = folder.resolve("log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // nothing leaves this machine: a proxy that does not answer, and no file in the home directory
    for (String scheme : List.of("http", "https")) {
      command.add("-D" + scheme + ".proxyHost=127.0.0.1");
      command.add("-D" + scheme + ".proxyPort=9");
    }
    command.add("-Duser.home=" + folder.toAbsolutePath());
    command.addAll(List.of("-Xmx700m", "-jar", jar.toString(), "test"));
    command.add(contract.toAbsolutePath().toString());
    command.add("--testBaseURL=" + provider);
    command.add("--junitReportDir=junit");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("SPECMATIC_DISABLE_TELEMETRY", "true");
    // wrong requests too
    builder.environment().put("SPECMATIC_GENERATIVE_TESTS", "true");
    // of all the ways to fill a body, one with everything and one with what must be there
    builder.environment().put("MAX_TEST_REQUEST_COMBINATIONS", "1");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "Specmatic did not end within %d seconds. See %s".formatted(LIMIT_SECONDS, log));
      }
    } finally {
      process.destroyForcibly();
    }
    try {
      return SpecmaticReport.read(report);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(e.getMessage() + ". See " + log, e);
    }
  }
}
