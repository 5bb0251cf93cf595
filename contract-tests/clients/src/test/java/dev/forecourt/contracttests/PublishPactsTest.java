package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.contracttests.kit.PactCli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** scripts/publish-pacts gives a broker every committed pact; the broker is played here. */
@Tag("node")
class PublishPactsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "t0ken-of-nobody";

  private final List<JsonNode> published = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> authorizations = Collections.synchronizedSet(new TreeSet<>());
  private HttpServer broker;
  private volatile int status = 200;

  @BeforeEach
  void startBroker() throws IOException {
    broker = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    broker.createContext("/", this::answer);
    broker.start();
  }

  @AfterEach
  void stopBroker() {
    broker.stop(0);
  }

  @Test
  void publishesEveryCommittedPact() throws Exception {
    Script script =
        run(
            Map.of("PACT_BROKER_BASE_URL", url(), "PACT_BROKER_TOKEN", TOKEN),
            "--version",
            "1.2.3",
            "--branch",
            "b");

    assertThat(script.status()).as(script.output()).isZero();
    assertThat(authorizations).containsExactly("Bearer " + TOKEN);
    assertThat(script.output()).doesNotContain(TOKEN);
    assertThat(published)
        .allSatisfy(
            each -> assertThat(each.path("pacticipantVersionNumber").asText()).isEqualTo("1.2.3"))
        .allSatisfy(each -> assertThat(each.path("branch").asText()).isEqualTo("b"));
    assertThat(pacts(published.stream().map(PublishPactsTest::content)))
        .isEqualTo(pacts(committed()));
  }

  @Test
  void saysThatNoBrokerIsSet() throws Exception {
    Script script = run(Map.of());

    assertThat(script.status()).isEqualTo(2);
    assertThat(script.output()).contains("Which broker? Set PACT_BROKER_BASE_URL.");
    assertThat(published).isEmpty();
  }

  /** A refusal, not silence: on that, Pact's command line waits and tries again for a minute. */
  @Test
  void failsIfTheBrokerRefuses() throws Exception {
    status = 401;

    Script script = run(Map.of("PACT_BROKER_BASE_URL", url(), "PACT_BROKER_TOKEN", TOKEN));

    assertThat(script.status()).isEqualTo(1);
    assertThat(script.output()).doesNotContain(TOKEN);
  }

  private void answer(HttpExchange exchange) throws IOException {
    authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
    if (exchange.getRequestMethod().equals("POST")) {
      published.add(JSON.readTree(exchange.getRequestBody()));
    }
    byte[] body =
        """
        {"_links": {"self": {"href": "%1$s"}, "pb:publish-contracts": {"href": "%1$s/contracts/publish"}, "pb:contracts": []},
         "notices": []}
        """
            .formatted(url())
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/hal+json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String url() {
    return "http://127.0.0.1:" + broker.getAddress().getPort();
  }

  private static Script run(Map<String, String> environment, String... arguments) throws Exception {
    Path output = Files.createTempFile("publish-pacts", ".txt");
    List<String> command =
        new ArrayList<>(List.of(Checkout.file("scripts/publish-pacts").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PACT_BROKER_"));
    builder.environment().putAll(environment);
    PactCli.withoutCertificates(builder.environment());
    int status = builder.start().waitFor();
    Script script = new Script(status, Files.readString(output));
    Files.delete(output);
    return script;
  }

  /** Consumer and provider with the number of interactions; the tool writes keys of its own. */
  private static Set<String> pacts(Stream<JsonNode> all) {
    Set<String> found = new TreeSet<>();
    all.forEach(
        pact ->
            found.add(
                pact.at("/consumer/name").asText()
                    + " "
                    + pact.at("/provider/name").asText()
                    + " "
                    + pact.path("interactions").size()));
    return found;
  }

  private static JsonNode content(JsonNode request) {
    try {
      return JSON.readTree(Base64.getDecoder().decode(request.at("/contracts/0/content").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JsonNode> committed() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(Checkout.committedPacts())) {
      for (Path file : files.toList()) {
        all.add(JSON.readTree(file.toFile()));
      }
    }
    return all.stream();
  }

  private record Script(int status, String output) {}
}
