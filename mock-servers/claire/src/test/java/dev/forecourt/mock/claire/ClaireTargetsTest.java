package dev.forecourt.mock.claire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom webhooks may call: this machine alone, unless told. */
final class ClaireTargetsTest extends AbstractClaireTest {

  private static final String REASON =
      "the mock calls this machine alone, and '%s' is another host. Use localhost, or start the mock with --webhook-host %s; in Java: webhookHost(\"%s\")";

  @BeforeEach
  void forget() {
    LATER.waits();
  }

  @ParameterizedTest
  @CsvSource({
    "http://10.0.0.1/hook, 10.0.0.1",
    "http://169.254.169.254/latest, 169.254.169.254",
    "https://Example.com/hook, example.com",
    "http://127.0.0.1.evil.test/, 127.0.0.1.evil.test",
    "http://127.0.0.1@evil.test/, evil.test",
    "http://0.0.0.0:4015/, 0.0.0.0",
    "'http://[fe80::1]/', fe80::1"
  })
  void refusesOtherHosts(String url, String host) {
    Answer created = post("/v1/webhooks/create", webhook(url));
    Answer updated =
        post("/v1/webhooks/update", webhook(url).replace("{\"name\"", "{\"id\":1501,\"name\""));

    assertThat(created.status()).isEqualTo(400);
    assertThat(created.body())
        .isEqualTo("body field 'url' cannot be called: " + REASON.formatted(host, host, host));
    assertThat(updated.body()).isEqualTo(created.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:1/",
        "http://127.9.9.9:1/",
        "https://[::1]:1/",
        "http://LOCALHOST/"
      })
  void takesThisMachine(String url) {
    assertThat(post("/v1/webhooks/create", webhook(url)).status()).isEqualTo(200);
  }

  /** The examples of the contract have such names, which nobody owns. */
  @Test
  void takesNamesOfTheDocumentationAndCallsThemNot() {
    long id = (Long) post("/v1/webhooks/create", webhook("https://crm.example/x")).at("ID");

    control("fire", "{\"trigger\":2}");
    LATER.runAll();

    assertThat(error(id))
        .isEqualTo(
            "Post \"https://crm.example/x\": not called: "
                + REASON.formatted("crm.example", "crm.example", "crm.example"));
  }

  @Test
  void callsNoOtherHostThatAnImportBrings() {
    long id = (Long) post("/v1/webhooks/create", webhook("http://127.0.0.1:1/x")).at("ID");
    String state = get("/__mock/state").body().replace("http://127.0.0.1:1/x", "http://10.0.0.1/x");
    Answer imported = send(withoutKey("/__mock/state").PUT(BodyPublishers.ofString(state)));

    control("fire", "{\"trigger\":2}");
    LATER.runAll();
    Answer tested = post("/v1/webhooks/test", "{\"WebhookID\":" + id + "}");

    String reason = REASON.formatted("10.0.0.1", "10.0.0.1", "10.0.0.1");
    assertThat(imported.status()).isEqualTo(204);
    assertThat(error(id)).isEqualTo("Post \"http://10.0.0.1/x\": not called: " + reason);
    // no attempt follows: the host does not change
    assertThat(get("/__mock/state").each("deliveries", "status")).contains("failed");
    assertThat(tested.body()).isEqualTo("body field 'url' cannot be called: " + reason);
  }

  @Test
  void takesAHostThatIsAllowed() {
    try (MockServer open =
        MockServer.builder(new ClaireVendor(WaitingTasks::new))
            .webhookHost("Crm.test.", "10.0.0.1")
            .start()) {
      for (String url : new String[] {"http://crm.test/", "http://10.0.0.1/"}) {
        Answer answer =
            send(
                withJson(
                    java.net.http.HttpRequest.newBuilder(
                            open.baseUri().resolve("/v1/webhooks/create"))
                        .header("Authorization", KEY),
                    webhook(url)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      }
    }
  }

  private static String webhook(String url) {
    return "{\"name\":\"n\",\"webhook_trigger_id\":2,\"url\":\"" + url + "\"}";
  }

  private static Object error(long id) {
    return post("/v1/webhooks/list_errors", "{\"WebhookID\":" + id + ",\"Page\":1}")
        .at("items.0.reason");
  }
}
