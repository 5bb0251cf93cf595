package dev.forecourt.contracttests.fidcar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.mock.MockServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each curl that FIDCAR's documentation prints works against our stub, once host, key and ids are
 * filled in.
 */
class FidcarDocumentedCurlsTest {
  private static final Path SAMPLES = Checkout.evidence("fidcar", "x").resolveSibling("samples");
  private static MockServer stub;

  @BeforeAll
  static void start() {
    stub = MockServer.builder("fidcar").start();
  }

  @AfterAll
  static void stop() {
    stub.close();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void answersTheDocumentedCurl(String sample) throws Exception {
    String answer = run(filledIn(sample, FidcarPact.KEY));

    assertThat(answer).endsWith(" 200");
    assertThat(new ObjectMapper().readTree(answer).isObject()).isTrue();
  }

  @Test
  void refusesTheDocumentedCurlWithAnotherKey() throws Exception {
    assertThat(run(filledIn("getReview.sh", "another-key"))).endsWith(" 401");
  }

  static List<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      List<String> all =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".sh"))
              .sorted()
              .toList();
      assertThat(all).hasSize(16);
      return all;
    }
  }

  /**
   * The vendor's text, but for the backslashes that it forgets, its placeholders, and "POST"
   * printed where curl belongs.
   */
  private static String filledIn(String sample, String key) throws IOException {
    return Files.readString(SAMPLES.resolve(sample))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .reduce("", (command, line) -> command + " " + line.strip())
        .strip()
        .replaceFirst("^POST ", "curl -X POST ")
        .replace("https://www.fidcar.com", stub.baseUri().toString())
        .replace("[api_key]", key)
        .replace("[local_id]", String.valueOf(FidcarPact.DEALERSHIP))
        .replace("[review_id]", FidcarPact.REVIEW)
        .replace("[dispute_id]", FidcarPact.DISPUTE);
  }

  private static String run(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command + " -s -w ' %{http_code}'")
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command + "\n" + printed).isZero();
    return printed;
  }
}
