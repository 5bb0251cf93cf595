package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.kit.Callers;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which clients share connections, and what closing one of them ends. */
class ConnectionsTest {
  private final WireServer server = new WireServer();

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

    client.close();

    assertThatThrownBy(() -> call.orTimeout(5, TimeUnit.SECONDS).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(VendorTransportException.class)
        .cause()
        .hasMessage(
            "acme getThing: the client was closed before the answer to GET /thing at "
                + server.url().substring("http://".length())
                + " came. Build a new one, and look before you repeat a POST.");
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

  /** 100 callers: as many connections at most. */
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
  }

  private static void await(java.util.function.BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for 5 seconds").isLessThan(end);
      Thread.sleep(5);
    }
  }
}
