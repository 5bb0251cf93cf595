package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.kit.Callers;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who shares connections and threads, and when they end. */
class HttpPoolTest {
  private static final HttpSettings TEN_SECONDS =
      new HttpSettings(Duration.ofSeconds(10), null, null, false);

  private final WireServer server = new WireServer();
  private final HttpPool pool = new HttpPool(Duration.ofMillis(300));

  @AfterEach
  void stop() {
    server.close();
  }

  private AcmeClient client() {
    return AcmeClient.builder(server.url()).build();
  }

  private void answer(int times) {
    for (int i = 0; i < times; i++) {
      server.answer("{}");
    }
  }

  @Test
  void clientsWithEqualSettingsShareAConnection() {
    answer(2);

    try (AcmeClient one = client();
        AcmeClient other = client()) {
      one.get();
      other.get();
    }

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void clientsWithOtherSettingsDoNot() {
    answer(2);

    try (AcmeClient one = client();
        AcmeClient other =
            AcmeClient.builder(server.url()).connectTimeout(Duration.ofSeconds(9)).build()) {
      one.get();
      other.get();
    }

    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void closingAClientLeavesTheOthersWorking() {
    answer(3);
    AcmeClient one = client();

    try (AcmeClient other = client()) {
      one.get();
      other.get();
      one.close();
      one.close();
      other.get();
    }

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void aClientMadeAfterTheLastWasClosedFindsTheConnectionOpen() {
    answer(5);

    for (int i = 0; i < 5; i++) {
      try (AcmeClient client = client()) {
        client.get();
      }
    }

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void requestsUnderWayFailAtOnceWhenTheirClientIsClosed() throws Exception {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.SILENCE));
    AcmeClient client = client();
    CompletableFuture<Object> call = CompletableFuture.supplyAsync(client::get);
    await(() -> server.requests().size() == 1);

    long start = System.nanoTime();
    client.close();

    assertThatThrownBy(() -> call.orTimeout(5, TimeUnit.SECONDS).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(VendorTransportException.class)
        .cause()
        .hasMessage(
            "acme getThing: the client was closed before the answer came for GET /thing. Build a new"
                + " one, and look before you repeat a POST.");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void closingAClientDoesNotEndTheRequestsOfOthers() throws Exception {
    server
        .answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.SILENCE))
        .answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.SILENCE));

    try (AcmeClient other = client()) {
      AcmeClient closed = client();
      CompletableFuture<Object> call = CompletableFuture.supplyAsync(other::get);
      await(() -> server.requests().size() == 1);
      closed.close();

      Thread.sleep(50);

      assertThat(call).isNotDone();
    }
  }

  @Test
  void givesTheSameHttpClientForEqualSettings() {
    HttpClient one = pool.lease(TEN_SECONDS);
    HttpClient same = pool.lease(new HttpSettings(Duration.ofSeconds(10), null, null, false));
    HttpClient other = pool.lease(new HttpSettings(Duration.ofSeconds(9), null, null, false));

    assertThat(one).isSameAs(same).isNotSameAs(other);
    assertThat(pool.size()).isEqualTo(2);
  }

  @Test
  void endsTheThreadsSomeTimeAfterTheLastWasGivenBack() throws Exception {
    ThreadPoolExecutor threads = threads(pool.lease(TEN_SECONDS));
    pool.lease(TEN_SECONDS);

    pool.release(TEN_SECONDS);
    Thread.sleep(450);
    assertThat(threads.isShutdown()).isFalse();

    pool.release(TEN_SECONDS);
    assertThat(threads.isShutdown()).isFalse();
    await(threads::isTerminated);
    assertThat(pool.size()).isZero();
  }

  @Test
  void keepsAnHttpClientThatIsTakenAgainInTime() throws Exception {
    HttpClient first = pool.lease(TEN_SECONDS);
    pool.release(TEN_SECONDS);

    HttpClient again = pool.lease(TEN_SECONDS);
    Thread.sleep(450);

    assertThat(again).isSameAs(first);
    assertThat(threads(again).isShutdown()).isFalse();
  }

  @Test
  void makesANewOneAfterTheEnd() throws Exception {
    HttpClient first = pool.lease(TEN_SECONDS);
    pool.release(TEN_SECONDS);
    await(() -> pool.size() == 0);

    assertThat(pool.lease(TEN_SECONDS)).isNotSameAs(first);
  }

  /** 100 callers of a slow server: as many connections, and four threads. */
  @Test
  void opensAConnectionForEachCallerAndKeepsItForTheNextCall() throws Exception {
    int callers = 100;
    answer(2 * callers);

    try (AcmeClient client = client()) {
      Callers.allAtOnce(
          callers,
          () -> {
            client.get();
            client.get();
          });
    }

    assertThat(server.requests()).hasSize(2 * callers);
    assertThat(server.connections()).isLessThanOrEqualTo(callers);
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().equals("forecourt-http"))
        .hasSizeLessThanOrEqualTo(8);
  }

  private static ThreadPoolExecutor threads(HttpClient client) {
    return (ThreadPoolExecutor) client.executor().orElseThrow();
  }

  private static void await(java.util.function.BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for 5 seconds").isLessThan(end);
      Thread.sleep(5);
    }
  }
}
