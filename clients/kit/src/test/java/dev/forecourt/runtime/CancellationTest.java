package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.errors.CallCancelledException;
import dev.forecourt.runtime.errors.Outcome;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.kit.AllLogs;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.Waiting;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.observe.MicrometerRequestListener;
import dev.forecourt.runtime.observe.RequestEvent;
import dev.forecourt.runtime.observe.Slf4jRequestListener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A thread that is interrupted, wherever its call is just then. */
class CancellationTest {
  private final WireServer server = new WireServer();
  private final List<RequestEvent> events = new ArrayList<>();

  @AfterEach
  void stop() {
    Thread.interrupted();
    server.close();
  }

  private String host() {
    return server.url().substring("http://".length());
  }

  private void silence() {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.SILENCE));
  }

  /** What the call throws on a thread of its own, which is interrupted as soon as this returns. */
  private static CallCancelledException interrupted(Runnable call, Consumer<Thread> before) {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    Thread caller =
        new Thread(
            () -> {
              thrown.set(catchThrowable(call::run));
              flag.set(Thread.currentThread().isInterrupted());
            },
            "caller");
    caller.start();
    before.accept(caller);
    caller.interrupt();
    Waiting.until("the call ends", () -> !caller.isAlive());
    assertThat(thrown.get()).isInstanceOf(CallCancelledException.class);
    assertThat(flag).as("interrupt flag of the caller").isTrue();
    return (CallCancelledException) thrown.get();
  }

  @Test
  void endsACallThatWaitsForItsAnswerAndItsConnection() {
    silence();

    try (AcmeClient client = AcmeClient.builder(server.url()).listener(events::add).build()) {
      CallCancelledException thrown =
          interrupted(
              client::get,
              caller -> Waiting.until("the request came", () -> !server.requests().isEmpty()));

      assertThat(thrown)
          .hasMessage(
              "acme getThing: the calling thread was interrupted before the answer to GET /thing at "
                  + host()
                  + " came. Look before you repeat a POST.");
      assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(thrown.failure().attempts()).isEqualTo(1);
      assertThat(thrown.failure().cancelled()).isTrue();
      Waiting.until("the connection ends", () -> server.hungUp() == 1);
    }
    assertThat(server.requests()).hasSize(1);
    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.failure().orElseThrow().failure().cancelled()).isTrue();
              assertThat(event.retryAfter()).isEmpty();
              assertThat(event.toString())
                  .matches("acme getThing: GET /thing -> cancelled in \\d+ ms");
            });
  }

  @Test
  void endsTheWaitBeforeARetry() {
    server.answer(WireAnswer.json(503, "{}").header("Retry-After", "60"));

    try (AcmeClient client = AcmeClient.builder(server.url()).build()) {
      CallCancelledException thrown =
          interrupted(
              client::get,
              caller -> {
                Waiting.until("the request came", () -> !server.requests().isEmpty());
                Waiting.untilItWaits(caller);
              });

      assertThat(thrown.failure().attempts()).isEqualTo(1);
      assertThat(thrown.mayHaveArrived()).isTrue();
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void saysHowOftenItWasSentWhenTheWaitBeforeARetryEnds() {
    server.answer(WireAnswer.json(503, "{}"));

    try (AcmeClient client =
        AcmeClient.builder(server.url())
            .sleeper(
                wait -> {
                  throw new InterruptedException();
                })
            .build()) {
      assertThatThrownBy(client::get)
          .isInstanceOfSatisfying(
              CallCancelledException.class,
              e -> {
                assertThat(e.failure().attempts()).isEqualTo(1);
                assertThat(e.mayHaveArrived()).isTrue();
              })
          .hasMessage("acme getThing: the calling thread was interrupted while it waited to send.");
    }
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void endsTheWaitForAPermit() {
    try (AcmeClient client =
        AcmeClient.builder(server.url()).limiter(() -> Duration.ofMinutes(1)).build()) {
      CallCancelledException thrown = interrupted(client::get, Waiting::untilItWaits);

      assertThat(thrown)
          .hasMessage("acme getThing: the calling thread was interrupted while it waited to send.");
      assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(thrown.mayHaveArrived()).isFalse();
      assertThat(thrown.failure().attempts()).isZero();
    }
    assertThat(server.connections()).isZero();
  }

  @Test
  void sendsNothingOnAThreadThatIsInterruptedAlready() {
    Thread.currentThread().interrupt();

    try (AcmeClient client = AcmeClient.builder(server.url()).build()) {
      assertThatThrownBy(() -> client.post(RequestOptions.none()))
          .isInstanceOfSatisfying(
              CallCancelledException.class,
              e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
          .hasMessage(
              "acme createThing: the calling thread was interrupted before POST /thing was sent to "
                  + host()
                  + ".");
    }
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void doesNotForgetThatAnEarlierRequestMayHaveArrived() {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.DROP));

    try (AcmeClient client =
        AcmeClient.builder(server.url())
            .sleeper(wait -> Thread.currentThread().interrupt())
            .build()) {
      assertThatThrownBy(client::get)
          .isInstanceOfSatisfying(
              CallCancelledException.class,
              e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
    }
    assertThat(server.requests()).hasSize(1);
  }

  /** {@code catch (VendorException e)} means a vendor who failed, and executors know this one. */
  @Test
  void isACancellationOfTheJdkAndNoFailureOfTheVendor() {
    Thread.currentThread().interrupt();

    try (AcmeClient client = AcmeClient.builder(server.url()).build()) {
      assertThat(catchThrowable(client::get))
          .isInstanceOf(CancellationException.class)
          .isNotInstanceOf(VendorException.class);
    }
  }

  @Test
  void isNotRepeated() {
    FakeTime time = new FakeTime();
    Thread.currentThread().interrupt();

    try (AcmeClient client =
        AcmeClient.builder(server.url())
            .time(time)
            .retries(RetryPolicy.builder().maxRetries(9).build())
            .listener(events::add)
            .build()) {
      catchThrowable(client::get);
    }

    assertThat(time.waits()).isEmpty();
    assertThat(events).hasSize(1);
  }

  @Test
  void alarmsNobody() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Thread.currentThread().interrupt();

    try (AllLogs logs = new AllLogs();
        AcmeClient client =
            AcmeClient.builder(server.url())
                .listener(new Slf4jRequestListener())
                .listener(new MicrometerRequestListener(registry))
                .build()) {
      catchThrowable(client::get);

      assertThat(logs.lines())
          .filteredOn(line -> line.contains("-> cancelled in"))
          .isNotEmpty()
          .noneMatch(line -> line.contains("WARNING"));
    }
    assertThat(registry.get("http.client.request.duration").timer().getId().getTag("error.type"))
        .isEqualTo("dev.forecourt.runtime.errors.CallCancelledException");
  }

  @Test
  void aConnectionThatBreaksIsNoCancellation() {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.DROP));

    try (AcmeClient client =
        AcmeClient.builder(server.url()).retries(RetryPolicy.never()).build()) {
      assertThatThrownBy(client::get)
          .isInstanceOfSatisfying(
              VendorTransportException.class, e -> assertThat(e.failure().cancelled()).isFalse());
    }
  }
}
