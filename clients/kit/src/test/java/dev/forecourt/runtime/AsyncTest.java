package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.errors.CallCancelledException;
import dev.forecourt.runtime.errors.NotFoundException;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.Waiting;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls on other threads. */
class AsyncTest {
  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();
  private final AcmeClient client = AcmeClient.builder(server.url()).time(time).build();

  @AfterEach
  void stop() {
    Thread.interrupted();
    client.close();
    server.close();
  }

  private static CompletableFuture<Map<String, Object>> future(AcmeClient client) {
    return client.getCall(RequestOptions.none()).future();
  }

  private void silence() {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.SILENCE));
  }

  private void awaitRequest() {
    Waiting.until("the request came", () -> !server.requests().isEmpty());
  }

  private void awaitHangUp() {
    Waiting.until("the request ended on the wire", () -> server.hungUp() == 1);
  }

  @Test
  void givesTheModelAfterTheSameRetries() {
    server.answer(WireAnswer.json(503, "{}").header("Retry-After", "7")).answer("{\"id\":7}");

    assertThat(future(client).join()).containsEntry("id", 7);

    assertThat(server.requests()).hasSize(2);
    assertThat(time.waits()).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void givesTheWholeAnswer() {
    server.answer(WireAnswer.json(201, "<html>").header("X-Request-Id", "r-1"));

    var response = client.getCall(RequestOptions.none()).futureResponse().join();

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.header("x-request-id")).contains("r-1");
    assertThat(response.bodyText()).isEqualTo("<html>");
  }

  @Test
  void failsWithWhatTheCallThrows() {
    server.answer(WireAnswer.json(404, "{\"message\":\"gone\"}"));

    assertThatThrownBy(() -> future(client).join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(NotFoundException.class)
        .hasMessage(
            "acme getThing: 404 Not Found for GET /thing. ACME says: \"gone\". Check the ids in the"
                + " path.");
  }

  @Test
  void endsTheRequestOnTheWireWhenTheFutureIsCancelled() {
    silence();
    CompletableFuture<?> future = future(client);
    awaitRequest();

    future.cancel(true);

    awaitHangUp();
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void endsTheRequestOnTheWireWhenTheFutureTimesOut() {
    silence();

    CompletableFuture<?> future = future(client).orTimeout(200, TimeUnit.MILLISECONDS);

    awaitHangUp();
    assertThatThrownBy(future::join).hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void endsTheRequestOnTheWireWhenSomebodyElseCompletesTheFuture() {
    silence();
    CompletableFuture<Map<String, Object>> future = future(client);
    awaitRequest();

    future.complete(Map.of("id", 0));

    awaitHangUp();
    assertThat(future.join()).containsEntry("id", 0);
  }

  @Test
  void leavesTheThreadOfACancelledCallFitForTheNext() {
    silence();
    server.answer("{\"id\":8}");
    Queue<Runnable> tasks = new ArrayDeque<>();
    try (AcmeClient queued = AcmeClient.builder(server.url()).executor(tasks::add).build()) {
      CompletableFuture<?> first = future(queued);
      CompletableFuture<Map<String, Object>> second = future(queued);
      Thread canceller =
          new Thread(
              () -> {
                awaitRequest();
                first.cancel(true);
              });
      canceller.start();

      tasks.forEach(Runnable::run);

      assertThat(first).isCancelled();
      assertThat(second.join()).containsEntry("id", 8);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  void sendsNothingOfACallThatIsCancelledBeforeItsTurn() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    try (AcmeClient queued = AcmeClient.builder(server.url()).executor(tasks::add).build()) {
      future(queued).cancel(true);

      tasks.forEach(Runnable::run);
    }
    assertThat(tasks).hasSize(1);
    assertThat(server.connections()).isZero();
  }

  @Test
  void keepsTheInterruptOfAThreadThatRunsItInPlace() {
    try (AcmeClient direct = AcmeClient.builder(server.url()).executor(Runnable::run).build()) {
      Thread.currentThread().interrupt();

      CompletableFuture<?> future = future(direct);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(future).isCancelled();
      assertThatThrownBy(future::join)
          .isInstanceOfAny(CallCancelledException.class, CancellationException.class);
    }
  }

  @Test
  void failsIfTheExecutorTakesNoMoreCalls() {
    try (AcmeClient rejected =
        AcmeClient.builder(server.url())
            .executor(
                task -> {
                  throw new RejectedExecutionException("full");
                })
            .build()) {
      assertThatThrownBy(() -> future(rejected).join())
          .hasCauseInstanceOf(RejectedExecutionException.class);
    }
  }

  @Test
  void failsAfterTheClientIsClosed() {
    client.close();

    assertThatThrownBy(() -> future(client).join())
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("acme: the client is closed. Build a new one.");
  }

  @Test
  void failsWhenTheClientIsClosedMeanwhile() {
    silence();
    CompletableFuture<?> future = future(client);
    awaitRequest();

    client.close();

    assertThatThrownBy(future::join)
        .cause()
        .hasMessageStartingWith(
            "acme getThing: the client was closed before the answer to GET /thing at 127.0.0.1:");
    awaitHangUp();
  }

  @Test
  void runsManyCallsBesideEachOther() {
    for (int i = 0; i < 30; i++) {
      silence();
    }

    for (int i = 0; i < 30; i++) {
      future(client);
    }

    Waiting.until("all requests are under way", () -> server.requests().size() == 30);
  }

  @Test
  void leavesNoThreadsThatKeepTheProcessAlive() {
    server.answer("{}");
    Thread[] runner = new Thread[1];
    try (AcmeClient observed =
        AcmeClient.builder(server.url())
            .listener(event -> runner[0] = Thread.currentThread())
            .build()) {
      future(observed).join();
    }

    assertThat(runner[0].isDaemon()).isTrue();
  }
}
