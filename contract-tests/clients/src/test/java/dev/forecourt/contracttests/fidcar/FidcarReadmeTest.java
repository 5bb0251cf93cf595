package dev.forecourt.contracttests.fidcar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.model.Dealership;
import dev.forecourt.mock.MockServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the README shows is what a reader gets. */
class FidcarReadmeTest {
  private static final String PORT_OF_THE_README = "http://127.0.0.1:4011";
  private static final Pattern CURL =
      Pattern.compile("curl -H '([^:]+): ([^']+)' '([^']+)'\n```\n```json\n(.*)\n```");
  private static final Pattern JAVA =
      Pattern.compile("```java\n(.*?)```\n\nprints\n\n```text\n(.*?)\n```", Pattern.DOTALL);

  private MockServer stub;
  private String readme;

  @BeforeEach
  void start() throws IOException {
    readme = Files.readString(Checkout.file("README.md"));
    stub = MockServer.builder("fidcar").start();
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void curlPrintsWhatTheReadmeShows() throws Exception {
    var examples = CURL.matcher(readme).results().toList();

    assertThat(examples).hasSize(1);
    for (MatchResult example : examples) {
      URI uri = URI.create(example.group(3).replace(PORT_OF_THE_README, stub.baseUri().toString()));
      var request = HttpRequest.newBuilder(uri).header(example.group(1), example.group(2)).build();
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo(example.group(4));
    }
  }

  @Test
  void javaExamplePrintsWhatTheReadmeShows() throws IOException {
    MatchResult example = JAVA.matcher(readme).results().findFirst().orElseThrow();
    String source =
        Files.readString(
            Checkout.file(
                "contract-tests/clients/src/test/java/dev/forecourt/contracttests/fidcar/FidcarReadmeTest.java"));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    example(stub.baseUri().toString(), new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(printed.toString(StandardCharsets.UTF_8).strip()).isEqualTo(example.group(2));
    // the code that just ran is the code of the README, but for its line breaks and where it prints
    // to
    String shown =
        example
            .group(1)
            .replace("System.out", "out")
            .replace("\"" + PORT_OF_THE_README + "\"", "url");
    assertThat(withoutSpace(source)).contains(withoutSpace(shown));
  }

  private static void example(String url, PrintStream out) {
    try (FidcarClient fidcar =
        FidcarClient.builder().apiKey("fidcar-test-key").baseUrl(url).build()) {
      Dealership dealership = fidcar.dealerships().getDealership(1325);
      out.println(dealership.title() + ": " + dealership.reviews() + " reviews");
      fidcar.reviews().listReviews().stream()
          .limit(3)
          .forEach(review -> out.println(review.grade() + "  " + review.comment()));
    }
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s", "");
  }
}
