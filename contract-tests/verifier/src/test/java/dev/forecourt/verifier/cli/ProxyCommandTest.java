package dev.forecourt.verifier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxy as somebody starts and ends it, and the script that starts it from a checkout. */
class ProxyCommandTest {
  @TempDir private Path folder;
  private Process process;

  @AfterEach
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void passesOnAndSaysTheSumWhenItIsEnded() throws Exception {
    Path recording = folder.resolve("fidcar.jsonl");
    try (MockServer stub = MockServer.builder("fidcar").start()) {
      start(
          List.of(
              Path.of(System.getProperty("java.home"), "bin/java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Main.class.getName()),
          "proxy fidcar --port 0 --to %s --specs %s --record %s"
              .formatted(stub.baseUri(), Checkout.file("specs"), recording));
      BufferedReader said = process.inputReader(UTF_8);
      String first = said.readLine();

      assertThat(first)
          .matches("==> fidcar: http://127\\.0\\.0\\.1:\\d+ passes everything on to .*");
      assertThat(status(first.split(" ")[2] + "/api/review?page=0&colour=red")).isEqualTo(400);
      // not the process itself: that would close what it says
      process.toHandle().destroy();

      assertThat(said.lines().toList())
          .anyMatch(line -> line.contains("undocumented query parameter `colour`"))
          .last()
          .asString()
          .startsWith("==> 1 exchange(s), 1 of them of known operations.");
      assertThat(process.waitFor()).isZero();
      assertThat(Files.readAllLines(recording)).hasSize(1);
    }
  }

  @Test
  void theScriptStartsItWithTheContractsOfTheCheckout() throws Exception {
    Path root = checkout();

    start(List.of("scripts/proxy"), "fidcar --port 0 --quiet");

    assertThat(said())
        .isEqualTo(
            "-XX:+UseSerialGC -jar %s/contract-tests/verifier/target/forecourt-verifier-7-runnable.jar proxy fidcar --port 0 --quiet --specs %s/specs\n"
                .formatted(root, root));
  }

  @Test
  void theScriptAsksForAVendor() throws Exception {
    checkout();

    start(List.of("scripts/proxy"), "--port 0");

    assertThat(said())
        .isEqualTo(
            "!!! Which vendor? One of: fidcar\n    scripts/proxy --help shows what it takes.\n");
    assertThat(process.waitFor()).isEqualTo(2);
  }

  @Test
  void theScriptRefusesAVendorThatIsNotThereBeforeItBuilds() throws Exception {
    checkout();

    start(List.of("scripts/proxy"), "fidcra");

    assertThat(said())
        .isEqualTo(
            "!!! No vendor is called 'fidcra'. There are: fidcar\n    scripts/proxy --help shows what it takes.\n");
    assertThat(process.waitFor()).isEqualTo(2);
  }

  private void start(List<String> command, String arguments) throws IOException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments.split(" ")));
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    if (command.get(0).startsWith("scripts")) {
      builder.directory(folder.toRealPath().toFile());
      builder.environment().put("JAVA_HOME", folder.toRealPath().toString());
    }
    process = builder.start();
  }

  private String said() throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  private static int status(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "fidcar-test-key")
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** A checkout that is built, with a JVM that says what it is told. */
  private Path checkout() throws IOException {
    Path root = folder.toRealPath();
    Files.createDirectories(root.resolve("scripts/lib"));
    Path scripts = Checkout.file("scripts");
    for (String each : List.of("proxy", "lib/classpath.sh", "lib/common.sh", "lib/verifier.sh")) {
      Files.copy(scripts.resolve(each), root.resolve("scripts").resolve(each));
    }
    write(root.resolve("specs/fidcar/openapi.yaml"), "openapi: 3.0.3\n");
    write(root.resolve("pom.xml"), "<project>\n  <version>7</version>\n</project>\n");
    for (String module : List.of("clients", "mock-servers")) {
      Files.createDirectories(root.resolve(module));
    }
    write(root.resolve("bin/java"), "#!/bin/sh\necho \"$@\"\n").toFile().setExecutable(true);
    String jar = "contract-tests/verifier/target/forecourt-verifier-7-runnable.";
    write(root.resolve(jar + "jar"), "x");
    write(root.resolve(jar + "jsa"), "x");
    return root;
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
