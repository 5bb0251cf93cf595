package dev.forecourt.claire.examples;

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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls with the examples of the contract. */
class WebhookReceiverTest {
  private static final String SECRET = "correct horse";

  private final String checkCreated = example("WebhookEvent");
  private final BlockingQueue<ClaireEvent> handled = new LinkedBlockingQueue<>();
  private final CountDownLatch mayHandle = new CountDownLatch(1);
  private final HttpClient http = HttpClient.newHttpClient();
  private WebhookReceiver receiver;

  @BeforeEach
  void listen() throws Exception {
    receiver =
        WebhookReceiver.start(0, SharedSecret.of("X-Shared-Secret", SECRET), 2, this::handle);
  }

  @AfterEach
  void stop() {
    mayHandle.countDown();
    receiver.close();
  }

  @Test
  void handsOnAnEventThatNamesItsTrigger() throws Exception {
    mayHandle.countDown();

    HttpResponse<String> answer = call("", SECRET, example("WebhookEventCommunication"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(next()).isInstanceOf(CommunicationEvent.class);
  }

  @Test
  void takesTheTriggerFromThePathIfTheMessageNamesNone() throws Exception {
    mayHandle.countDown();

    call("4", SECRET, checkCreated);
    call("99", SECRET, checkCreated);

    assertThat(next()).isInstanceOf(AppointmentEvent.class);
    assertThat(next()).isInstanceOf(UnknownEvent.class);
  }

  @Test
  void handsOnAnEventOfWhichNobodyKnowsTheTrigger() throws Exception {
    mayHandle.countDown();

    HttpResponse<String> answer = callPath("/hooks/claire", SECRET, checkCreated);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(next()).isInstanceOf(UnspecifiedEvent.class);
  }

  @Test
  void answersBeforeTheEventIsHandled() throws Exception {
    HttpResponse<String> answer = call("4", SECRET, checkCreated);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(handled).isEmpty();
  }

  @Test
  void doesNotDropARepetition() throws Exception {
    mayHandle.countDown();

    call("13", SECRET, checkCreated);
    call("13", SECRET, checkCreated);

    assertThat(next()).isEqualTo(next());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "correct hors", "Correct horse"})
  void refusesAWrongSecret(String secret) throws Exception {
    HttpResponse<String> answer = call("4", secret, checkCreated);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("The header X-Shared-Secret is missing or wrong.");
    assertThat(handled).isEmpty();
  }

  @Test
  void refusesWhatIsNoMessage() throws Exception {
    HttpResponse<String> answer = call("4", SECRET, "customer_name=Jan");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "claire webhook: the body cannot be read as JSON at line 1, column 1. Expected one JSON"
                + " object, as specs/claire/components/schemas/WebhookEvent.yaml describes it."
                + " Answer 400, and look who sent it.");
    assertThat(handled).isEmpty();
  }

  @Test
  void refusesABodyThatIsTooLarge() throws Exception {
    HttpResponse<String> answer = call("4", SECRET, " ".repeat(ClaireWebhooks.MAX_BODY_BYTES + 1));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("the body is larger than 1048576 bytes");
  }

  @Test
  void refusesMoreThanCanWait() throws Exception {
    int status = 200;
    for (int i = 0; i < 4 && status == 200; i++) {
      status = call("4", SECRET, checkCreated).statusCode();
    }

    assertThat(status).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/hooks/claire/x", "/hooks/clairevoyance"})
  void doesNotServeOtherPaths(String path) throws Exception {
    assertThat(callPath(path, SECRET, checkCreated).statusCode()).isEqualTo(404);
  }

  @Test
  void servesPostsOnly() throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(receiver.url() + "4")).build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void goesOnAfterAnEventThatCannotBeHandled() throws Exception {
    mayHandle.countDown();

    String logged;
    try (AllLogs logs = new AllLogs()) {
      call("4", SECRET, "{\"wo_nr\":\"fail\",\"customer_name\":\"Jan\"}");
      call("4", SECRET, checkCreated);
      next();
      logged = logs.lines().toString();
    }

    assertThat(logged)
        .contains("Not handled: AppointmentEvent{trigger=4 CAR_READY")
        .doesNotContain("Jan", SECRET);
  }

  private void handle(ClaireEvent event) {
    try {
      mayHandle.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if ("fail".equals(event.workOrderNumber())) {
      throw new IllegalStateException("the DMS is away");
    }
    handled.add(event);
  }

  private ClaireEvent next() throws InterruptedException {
    ClaireEvent event = handled.poll(10, TimeUnit.SECONDS);
    assertThat(event).as("an event that was handled").isNotNull();
    return event;
  }

  private HttpResponse<String> call(String trigger, String secret, String body) throws Exception {
    return callPath("/hooks/claire" + (trigger.isEmpty() ? "" : "/" + trigger), secret, body);
  }

  private HttpResponse<String> callPath(String path, String secret, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(receiver.url()).resolve(path))
            .POST(BodyPublishers.ofString(body));
    if (!secret.isEmpty()) {
      request.header("X-Shared-Secret", secret);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String example(String name) {
    return new Specs("claire")
        .yaml("components/examples/" + name + ".yaml")
        .get("value")
        .toString();
  }
}
