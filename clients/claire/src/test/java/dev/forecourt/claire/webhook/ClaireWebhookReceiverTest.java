package dev.forecourt.claire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.claire.ClaireWebhooks;
import dev.forecourt.claire.SharedSecret;
import dev.forecourt.runtime.kit.AllLogs;
import dev.forecourt.runtime.kit.FakeTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no server has a part in. */
class ClaireWebhookReceiverTest {
  private static final String MESSAGE = "{\"appointment_id\":4711823,\"wo_nr\":\"WO-88213\"}";

  private final FakeTime time = new FakeTime();
  private final List<WebhookDelivery> handled = new ArrayList<>();

  private ClaireWebhookReceiver.Builder builder() {
    return ClaireWebhookReceiver.builder().withoutSecret().handler(handled::add).clock(time);
  }

  private static WebhookCall post(String path, Map<String, String> headers, InputStream body) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    return new WebhookCall("POST", path, anyCase::get, body);
  }

  private static WebhookCall post(String path, String message) {
    return post(path, Map.of(), new ByteArrayInputStream(message.getBytes(UTF_8)));
  }

  /** Goes on for ever, and counts. */
  private static final class Endless extends InputStream {
    private long read;

    @Override
    public int read() {
      read++;
      return ' ';
    }
  }

  @Test
  void readsNoFurtherThanTheLimit() throws Exception {
    Endless body = new Endless();

    WebhookAnswer answer = builder().maxBodyBytes(1000).build().receive(post("", Map.of(), body));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text())
        .isEqualTo(
            "The body is larger than 1000 bytes. Claire's have a few hundred; look who sent it.");
    assertThat(body.read).isEqualTo(1001);
  }

  @Test
  void doesNotBelieveALengthThatIsTooSmall() throws Exception {
    WebhookAnswer answer =
        builder()
            .maxBodyBytes(1000)
            .build()
            .receive(post("", Map.of("content-length", "2"), new Endless()));

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void readsNothingIfTheLengthSaysThatItIsTooLarge() throws Exception {
    Endless body = new Endless();

    WebhookAnswer answer =
        builder().build().receive(post("", Map.of("Content-Length", "1048577"), body));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(body.read).isZero();
  }

  @Test
  void takesABodyOfTheLargestSize() throws Exception {
    String message = MESSAGE + " ".repeat(1000 - MESSAGE.length());

    assertThat(builder().maxBodyBytes(1000).build().receive(post("", message)).status())
        .isEqualTo(200);
  }

  @Test
  void readsNothingOfAStranger() throws Exception {
    Endless body = new Endless();
    ClaireWebhookReceiver receiver =
        ClaireWebhookReceiver.builder()
            .secret(SharedSecret.of("X-Shared-Secret", "correct horse"))
            .handler(handled::add)
            .build();

    assertThat(receiver.receive(post("", Map.of(), body)).status()).isEqualTo(401);
    assertThat(body.read).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"the old secret", "the new secret"})
  void takesEitherOfTwoSecrets(String sent) throws Exception {
    ClaireWebhookReceiver receiver =
        ClaireWebhookReceiver.builder()
            .secret(SharedSecret.of("X-Shared-Secret", "the old secret"))
            .secret(SharedSecret.of("x-shared-secret", "the new secret"))
            .handler(handled::add)
            .build();
    InputStream body = new ByteArrayInputStream(MESSAGE.getBytes(UTF_8));

    assertThat(receiver.receive(post("", Map.of("X-Shared-Secret", sent), body)).status())
        .isEqualTo(200);
  }

  @Test
  void refusesACompressedBody() throws Exception {
    Endless body = new Endless();

    WebhookAnswer answer =
        builder().build().receive(post("", Map.of("Content-Encoding", "gzip"), body));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.text())
        .isEqualTo("The body is compressed. Send it without Content-Encoding.");
    assertThat(body.read).isZero();
  }

  @Test
  void passesOnThatTheCallerWentAway() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };

    assertThatThrownBy(() -> builder().build().receive(post("", Map.of(), broken)))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
    assertThat(handled).isEmpty();
  }

  @Test
  void saysWhenTheSameMessageCame() throws Exception {
    ClaireWebhookReceiver receiver = builder().build();

    receiver.receive(post("/4", MESSAGE));
    time.pass(Duration.ofMinutes(1));
    receiver.receive(post("/4", MESSAGE));
    receiver.receive(post("/13", MESSAGE));
    receiver.receive(post("/4", "{\"appointment_id\":4711824}"));

    assertThat(handled)
        .extracting(WebhookDelivery::seenBefore)
        .containsExactly(
            Optional.empty(), Optional.of(FakeTime.START), Optional.empty(), Optional.empty());
  }

  @Test
  void takesARepetitionForNewIfTheFirstWasNotHandled() throws Exception {
    List<Optional<Instant>> seen = new ArrayList<>();
    ClaireWebhookReceiver receiver =
        builder()
            .handler(
                delivery -> {
                  seen.add(delivery.seenBefore());
                  if (seen.size() == 1) {
                    throw new Exception("the DMS is away");
                  }
                })
            .build();

    assertThat(receiver.receive(post("/4", MESSAGE)).status()).isEqualTo(500);
    assertThat(receiver.receive(post("/4", MESSAGE)).status()).isEqualTo(200);

    assertThat(seen).containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  void answers503IfTheHandlerHasNoRoom() throws Exception {
    ClaireWebhookReceiver receiver =
        builder()
            .handler(
                delivery -> {
                  throw new RejectedExecutionException();
                })
            .build();

    WebhookAnswer answer = receiver.receive(post("/4", MESSAGE));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).isEqualTo("Too many events are waiting.");
  }

  @Test
  void keepsAnInterruptionOfTheHandler() throws Exception {
    ClaireWebhookReceiver receiver =
        builder()
            .handler(
                delivery -> {
                  throw new InterruptedException();
                })
            .build();

    int status = receiver.receive(post("/4", MESSAGE)).status();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(status).isEqualTo(500);
  }

  @Test
  void answersBeforeTheEventIsHandledIfThereIsAnExecutor() throws Exception {
    List<Runnable> waiting = new ArrayList<>();
    ClaireWebhookReceiver receiver = builder().executor(waiting::add).build();

    WebhookAnswer answer = receiver.receive(post("/4", MESSAGE));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(handled).isEmpty();
    waiting.get(0).run();
    assertThat(handled).hasSize(1);
  }

  @Test
  void answers503AndForgetsTheMessageIfTheExecutorIsFull() throws Exception {
    List<Runnable> waiting = new ArrayList<>();
    ClaireWebhookReceiver receiver =
        builder()
            .executor(
                task -> {
                  if (waiting.isEmpty()) {
                    waiting.add(task);
                    throw new RejectedExecutionException();
                  }
                  task.run();
                })
            .build();

    assertThat(receiver.receive(post("/4", MESSAGE)).status()).isEqualTo(503);
    assertThat(receiver.receive(post("/4", MESSAGE)).status()).isEqualTo(200);

    assertThat(handled).extracting(WebhookDelivery::seenBefore).containsExactly(Optional.empty());
  }

  @Test
  void handlesAnEventThoughTheMemoryFails() throws Exception {
    SeenMessages broken =
        new SeenMessages() {
          @Override
          public Optional<Instant> remember(String fingerprint, Instant now) {
            throw new IllegalStateException("the store is gone");
          }

          @Override
          public void forget(String fingerprint) {
            throw new IllegalStateException("the store is gone");
          }
        };

    String logged;
    WebhookAnswer answer;
    try (AllLogs logs = new AllLogs()) {
      answer = builder().seenMessages(broken).build().receive(post("/4", MESSAGE));
      logged = logs.lines().toString();
    }

    assertThat(answer.status()).isEqualTo(200);
    assertThat(handled).extracting(WebhookDelivery::seenBefore).containsExactly(Optional.empty());
    assertThat(logged).contains("Whether a message of Claire came before is not known.");
  }

  @Test
  void tellsTheMemoryNothingOfTheMessage() throws Exception {
    List<String> fingerprints = new ArrayList<>();
    SeenMessages noting =
        new SeenMessages() {
          @Override
          public Optional<Instant> remember(String fingerprint, Instant now) {
            fingerprints.add(fingerprint);
            return Optional.empty();
          }

          @Override
          public void forget(String fingerprint) {}
        };

    builder().seenMessages(noting).build().receive(post("/4", MESSAGE));

    assertThat(fingerprints).singleElement().asString().matches("[0-9a-f]{64}");
  }

  @Test
  void refusesWhatCannotBeBuilt() {
    SharedSecret secret = SharedSecret.of("X-Shared-Secret", "correct horse");

    assertThatThrownBy(() -> ClaireWebhookReceiver.builder().withoutSecret().build())
        .hasMessage("Webhook handler is missing. Give it to the builder: it gets the events.");
    assertThatThrownBy(() -> ClaireWebhookReceiver.builder().handler(handled::add).build())
        .hasMessage(
            "Webhook secret is missing. Give secret(...) to the builder, or withoutSecret() if a"
                + " firewall lets only Claire through.");
    assertThatThrownBy(() -> builder().secret(secret).build())
        .hasMessage(
            "A webhook receiver has a secret and takes calls without one. Give one of them.");
    assertThatThrownBy(
            () ->
                ClaireWebhookReceiver.builder()
                    .secret(secret)
                    .secret(SharedSecret.of("X-Other", "correct horse"))
                    .handler(handled::add)
                    .build())
        .hasMessage(
            "The secrets of a webhook receiver are in several headers. Use one header for all.");
    for (int bytes : new int[] {0, -1, ClaireWebhooks.MAX_BODY_BYTES + 1}) {
      assertThatThrownBy(() -> builder().maxBodyBytes(bytes).build())
          .hasMessage(
              "maxBodyBytes must be from 1 to 1048576: "
                  + bytes
                  + ". Claire's messages have a few hundred bytes.");
    }
  }

  @Test
  void showsNoSecretAndNoBody() {
    assertThat(builder().build()).hasToString("ClaireWebhookReceiver");
    assertThat(post("/4", MESSAGE)).hasToString("WebhookCall{POST /4}");
  }
}
