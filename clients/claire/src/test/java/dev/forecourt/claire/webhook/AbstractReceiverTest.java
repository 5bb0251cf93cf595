package dev.forecourt.claire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.claire.AppointmentEvent;
import dev.forecourt.claire.ClaireEvent;
import dev.forecourt.claire.ClaireWebhooks;
import dev.forecourt.claire.CommunicationEvent;
import dev.forecourt.claire.SharedSecret;
import dev.forecourt.claire.UnknownEvent;
import dev.forecourt.claire.UnspecifiedEvent;
import dev.forecourt.runtime.kit.AllLogs;
import dev.forecourt.runtime.kit.Specs;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver does on every server, with the examples of the contract. */
abstract class AbstractReceiverTest {
  private static final String SECRET = "correct horse";

  private final String checkCreated = example("WebhookEvent");
  private final List<WebhookDelivery> handled = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private AutoCloseable server;

  /** Puts the receiver at /hooks/claire of a server. */
  abstract AutoCloseable start(ClaireWebhookReceiver receiver) throws Exception;

  /** The URL, with a slash at its end. */
  abstract String url();

  @BeforeEach
  void listen() throws Exception {
    server =
        start(
            ClaireWebhookReceiver.builder()
                .secret(SharedSecret.of("X-Shared-Secret", SECRET))
                .handler(this::handle)
                .build());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private void handle(WebhookDelivery delivery) {
    if ("fail".equals(delivery.event().workOrderNumber())) {
      throw new IllegalStateException("the DMS is away");
    }
    handled.add(delivery);
  }

  private ClaireEvent onlyEvent() {
    assertThat(handled).hasSize(1);
    return handled.get(0).event();
  }

  private HttpResponse<String> call(String path, String secret, BodyPublisher body)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url()).resolve(path));
    if (!secret.isEmpty()) {
      request.header("x-shared-secret", secret);
    }
    return http.send(request.POST(body).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> call(String path, String secret, String body) throws Exception {
    return call(path, secret, BodyPublishers.ofString(body));
  }

  private static String example(String name) {
    return new Specs("claire")
        .yaml("components/examples/" + name + ".yaml")
        .get("value")
        .toString();
  }

  @Test
  void handsOnAnEventThatNamesItsTrigger() throws Exception {
    HttpResponse<String> answer =
        call("/hooks/claire/", SECRET, example("WebhookEventCommunication"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(onlyEvent()).isInstanceOf(CommunicationEvent.class);
  }

  @Test
  void takesTheTriggerFromThePathIfTheMessageNamesNone() throws Exception {
    call("/hooks/claire/4", SECRET, checkCreated);
    call("/hooks/claire/99", SECRET, checkCreated);

    assertThat(handled.get(0).event()).isInstanceOf(AppointmentEvent.class);
    assertThat(handled.get(1).event()).isInstanceOf(UnknownEvent.class);
  }

  @Test
  void handsOnAnEventOfWhichNobodyKnowsTheTrigger() throws Exception {
    HttpResponse<String> answer = call("/hooks/claire", SECRET, checkCreated);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(onlyEvent()).isInstanceOf(UnspecifiedEvent.class);
  }

  @Test
  void saysThatAMessageCameBefore() throws Exception {
    call("/hooks/claire/13", SECRET, checkCreated);
    call("/hooks/claire/13", SECRET, checkCreated);

    assertThat(handled.get(0).seenBefore()).isEmpty();
    assertThat(handled.get(1).seenBefore()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "correct hors", "Correct horse", "correct horse battery"})
  void refusesAWrongSecret(String secret) throws Exception {
    HttpResponse<String> answer = call("/hooks/claire/4", secret, checkCreated);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("The header X-Shared-Secret is missing or wrong.");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
        .isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(handled).isEmpty();
  }

  @Test
  void refusesWhatIsNoMessage() throws Exception {
    HttpResponse<String> answer = call("/hooks/claire/4", SECRET, "customer_name=Jan");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .startsWith("claire webhook: ")
        .contains("line 1, column 1. Expected one JSON object")
        .doesNotContain("Jan");
    assertThat(handled).isEmpty();
  }

  @Test
  void refusesABodyWhoseLengthIsTooLarge() throws Exception {
    HttpResponse<String> answer =
        call("/hooks/claire/4", SECRET, " ".repeat(ClaireWebhooks.MAX_BODY_BYTES + 1));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("The body is larger than 1048576 bytes");
  }

  @Test
  void refusesABodyOfUnknownLengthThatTurnsOutTooLarge() throws Exception {
    byte[] body = new byte[ClaireWebhooks.MAX_BODY_BYTES + 1];
    HttpResponse<String> answer =
        call(
            "/hooks/claire/4",
            SECRET,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void takesABodyOfUnknownLength() throws Exception {
    HttpResponse<String> answer =
        call(
            "/hooks/claire/4",
            SECRET,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(checkCreated.getBytes())));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(onlyEvent()).isInstanceOf(AppointmentEvent.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/hooks/claire/x", "/hooks/claire/4/4", "/hooks/clairevoyance"})
  void doesNotServeOtherPaths(String path) throws Exception {
    assertThat(call(path, SECRET, checkCreated).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "HEAD"})
  void servesPostsOnly(String method) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url() + "4"))
                .method(method, BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void answers500AndGoesOnAfterAnEventThatWasNotHandled() throws Exception {
    HttpResponse<String> answer;
    String logged;
    try (AllLogs logs = new AllLogs()) {
      answer = call("/hooks/claire/4", SECRET, "{\"wo_nr\":\"fail\",\"customer_name\":\"Jan\"}");
      // servers log what they read themselves
      logged =
          logs.lines().stream()
              .filter(line -> line.startsWith("dev.forecourt."))
              .toList()
              .toString();
    }
    HttpResponse<String> next = call("/hooks/claire/4", SECRET, checkCreated);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("The event was read and not handled.");
    assertThat(logged)
        .contains("Not handled: AppointmentEvent{trigger=4 CAR_READY")
        .doesNotContain("Jan", SECRET);
    assertThat(next.statusCode()).isEqualTo(200);
  }
}
