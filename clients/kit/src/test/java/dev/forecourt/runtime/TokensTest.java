package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.credentials.AccessToken;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.TokenFetch;
import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.errors.UnauthorizedException;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.WireResponse;
import dev.forecourt.runtime.kit.Callers;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are fetched, kept, and replaced. */
class TokensTest {
  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();
  private final AtomicInteger fetches = new AtomicInteger();
  private final TokenStore store = TokenStore.inMemory();

  @AfterEach
  void stop() {
    server.close();
  }

  private AccessToken fetch(Optional<AccessToken> before, Duration timeout) {
    return AccessToken.issued(
        "token-" + fetches.incrementAndGet(), time.instant(), Duration.ofHours(24));
  }

  private AcmeClient client(TokenFetch fetch) {
    return AcmeClient.builder(server.url())
        .time(time)
        .key(
            Credential.token(
                "Authorization", "Bearer ", "acme", store, time, List.of("s3cret"), fetch))
        .build();
  }

  private List<String> sent() {
    return server.requests().stream()
        .map((WireRequest request) -> request.header("Authorization"))
        .toList();
  }

  @Test
  void usesATokenUntilFiveMinutesBeforeItsEnd() {
    server.answer("{}").answer("{}").answer("{}");

    try (AcmeClient client = client(this::fetch)) {
      client.get();
      time.pass(Duration.ofHours(24).minusMinutes(5).minusSeconds(1));
      client.get();
      time.pass(Duration.ofSeconds(1));
      client.get();
    }

    assertThat(sent()).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
  }

  @Test
  void replacesAShortTokenAfterNineTenths() {
    AccessToken token = AccessToken.issued("t", FakeTime.START, Duration.ofSeconds(100));

    assertThat(token.renewAt()).isEqualTo(FakeTime.START.plusSeconds(90));
  }

  @Test
  void replacesATokenThatWasGoodOnceAfterA401EvenForAPost() {
    server.answer("{}").answer(WireAnswer.json(401, "{}")).answer("{}");

    try (AcmeClient client = client(this::fetch)) {
      client.get();
      client.post(RequestOptions.none());
    }

    assertThat(sent()).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void givesUpAfterASecond401() {
    server
        .answer("{}")
        .answer(WireAnswer.json(401, "{}"))
        .answer(WireAnswer.json(401, "{}"))
        .answer("{}");

    try (AcmeClient client = client(this::fetch)) {
      client.get();
      assertThatThrownBy(client::get).isInstanceOf(UnauthorizedException.class);
    }

    assertThat(sent()).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
  }

  @Test
  void doesNotSendAgainAfterA401WithAKeyThatStaysTheSame() {
    server.answer(WireAnswer.json(401, "{}")).answer("{}");

    try (AcmeClient client = AcmeClient.builder(server.url()).time(time).build()) {
      assertThatThrownBy(client::get).isInstanceOf(UnauthorizedException.class);
    }

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void fetchesOnceForTwoHundredThreads() {
    int callers = 200;
    for (int i = 0; i < callers; i++) {
      server.answer("{}");
    }

    try (AcmeClient client =
        client(
            (before, timeout) -> {
              pause();
              return fetch(before, timeout);
            })) {
      assertThat(Callers.allAtOnce(callers, client::get)).isEmpty();
    }

    assertThat(fetches).hasValue(1);
    assertThat(sent()).hasSize(callers).containsOnly("Bearer token-1");
  }

  @Test
  void failsEveryWaitingThreadByItsOwnFetchIfItIsNotTheVendorWhoRefuses() {
    try (AcmeClient client =
        client(
            (before, timeout) -> {
              fetches.incrementAndGet();
              throw new IllegalStateException("no token today");
            })) {
      assertThat(Callers.allAtOnce(50, client::get))
          .hasSize(50)
          .allSatisfy(failure -> assertThat(failure).hasMessage("no token today"));
    }

    assertThat(fetches).hasValue(50);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void triesAgainAfterAFailedFetch() {
    server.answer("{}");

    try (AcmeClient client =
        client(
            (before, timeout) -> {
              if (fetches.get() == 0) {
                fetches.incrementAndGet();
                throw new IllegalStateException("not yet");
              }
              return fetch(before, timeout);
            })) {
      assertThatThrownBy(client::get).hasMessage("not yet");
      client.get();
    }

    assertThat(sent()).containsExactly("Bearer token-2");
  }

  @Test
  void sharesATokenBetweenClientsOfOneStore() {
    server.answer("{}").answer("{}");

    try (AcmeClient one = client(this::fetch);
        AcmeClient other = client(this::fetch)) {
      one.get();
      other.get();
    }

    assertThat(sent()).containsExactly("Bearer token-1", "Bearer token-1");
  }

  @Test
  void tellsTheFetchWhichTokenItReplaces() {
    server.answer("{}").answer(WireAnswer.json(401, "{}")).answer("{}");
    StringBuilder before = new StringBuilder();

    try (AcmeClient client =
        client(
            (known, timeout) -> {
              before.append(known.map(AccessToken::value).orElse("none")).append(' ');
              return fetch(known, timeout);
            })) {
      client.get();
      client.get();
    }

    assertThat(before).hasToString("none token-1 ");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "tok en", "token\r\nX-Evil: 1", "clé"})
  void refusesAndForgetsAnAnswerWithoutAUsableToken(@Nullable String value) {
    server.answer("{}");
    List<@Nullable String> values = new ArrayList<>(Arrays.asList(value, "token-2"));

    try (AcmeClient client =
        client((before, timeout) -> new AccessToken(values.remove(0), Instant.MAX))) {
      assertThatThrownBy(client::get)
          .isInstanceOf(VendorDecodeException.class)
          .hasMessage(
              "acme: the vendor's answer holds no token, or one that a header cannot carry. Check"
                  + " the base URL. If the vendor has changed, take a newer version of this client.");
      time.pass(Duration.ofSeconds(5));
      client.get();
    }

    assertThat(sent()).containsExactly("Bearer token-2");
  }

  @Test
  void doesNotPutBackATokenThatWasRefusedMeanwhile() {
    server.answer("{}").answer(WireAnswer.json(401, "{}")).answer("{}").answer("{}");

    try (AcmeClient one = client(this::fetch);
        AcmeClient other = client(this::fetch)) {
      one.get();
      one.get();
      other.get();
    }

    assertThat(sent())
        .containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2", "Bearer token-2");
    assertThat(fetches).hasValue(2);
  }

  @Test
  void fetchesOneNewTokenForAllWhoseTokenWasRefused() {
    int callers = 50;
    CyclicBarrier sent = new CyclicBarrier(callers);
    AtomicBoolean revoked = new AtomicBoolean();
    Transport transport =
        request -> {
          boolean first = request.headers().get("Authorization").contains("Bearer token-1");
          if (first && revoked.get()) {
            pass(sent);
            return new WireResponse(401, Map.of(), new byte[] {'{', '}'});
          }
          return new WireResponse(200, Map.of(), new byte[] {'{', '}'});
        };

    try (AcmeClient client =
        AcmeClient.builder(server.url())
            .time(time)
            .transport(transport)
            .key(
                Credential.token(
                    "Authorization", "Bearer ", "a", store, time, List.of(), this::fetch))
            .build()) {
      client.get();
      revoked.set(true);
      assertThat(Callers.allAtOnce(callers, client::get)).isEmpty();
    }

    assertThat(fetches).hasValue(2);
  }

  private static void pass(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void showsNoToken() throws Exception {
    AccessToken token = new AccessToken("t0ken", FakeTime.START);
    store.obtain("acme", known -> true, before -> token, Duration.ofSeconds(1));

    assertThat(token.toString() + store)
        .isEqualTo("AccessToken{****, renewAt=2026-01-02T03:04:05Z}InMemoryTokenStore{1}");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
