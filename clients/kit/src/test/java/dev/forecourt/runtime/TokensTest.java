package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

  private AccessToken fetch(Optional<AccessToken> before) {
    return AccessToken.issued(
        "token-" + fetches.incrementAndGet(), time.instant(), Duration.ofHours(24));
  }

  private AcmeClient client(Function<Optional<AccessToken>, AccessToken> fetch) {
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
  void replacesATokenOnceAfterA401EvenForAPost() {
    server.answer(WireAnswer.json(401, "{}")).answer("{}");

    try (AcmeClient client = client(this::fetch)) {
      client.post(RequestOptions.none());
    }

    assertThat(sent()).containsExactly("Bearer token-1", "Bearer token-2");
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void givesUpAfterASecond401() {
    server.answer(WireAnswer.json(401, "{}")).answer(WireAnswer.json(401, "{}")).answer("{}");

    try (AcmeClient client = client(this::fetch)) {
      assertThatThrownBy(client::get).isInstanceOf(UnauthorizedException.class);
    }

    assertThat(sent()).containsExactly("Bearer token-1", "Bearer token-2");
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
  void fetchesOnceForTwoHundredThreads() throws Exception {
    int callers = 200;
    for (int i = 0; i < callers; i++) {
      server.answer("{}");
    }

    try (AcmeClient client =
        client(
            before -> {
              pause();
              return fetch(before);
            })) {
      allAtOnce(callers, client::get);
    }

    assertThat(fetches).hasValue(1);
    assertThat(sent()).hasSize(callers).containsOnly("Bearer token-1");
  }

  @Test
  void tellsEveryWaitingThreadOfOneFailure() throws Exception {
    AtomicInteger failures = new AtomicInteger();

    try (AcmeClient client =
        client(
            before -> {
              fetches.incrementAndGet();
              pause();
              throw new IllegalStateException("no token today");
            })) {
      allAtOnce(
          50,
          () -> {
            try {
              client.get();
            } catch (IllegalStateException e) {
              failures.incrementAndGet();
            }
          });
    }

    assertThat(failures).hasValue(50);
    assertThat(fetches.get()).isLessThan(5);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void triesAgainAfterAFailedFetch() {
    server.answer("{}");

    try (AcmeClient client =
        client(
            before -> {
              if (fetches.get() == 0) {
                fetches.incrementAndGet();
                throw new IllegalStateException("not yet");
              }
              return fetch(before);
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
    server.answer(WireAnswer.json(401, "{}")).answer("{}");
    StringBuilder before = new StringBuilder();

    try (AcmeClient client =
        client(
            known -> {
              before.append(known.map(AccessToken::value).orElse("none")).append(' ');
              return fetch(known);
            })) {
      client.get();
    }

    assertThat(before).hasToString("none token-1 ");
  }

  @Test
  void showsNoToken() {
    AccessToken token = new AccessToken("t0ken", FakeTime.START);
    store.obtain("acme", known -> true, before -> token);

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

  private static void allAtOnce(int callers, Runnable call) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(callers);
    List<Thread> threads =
        IntStream.range(0, callers)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          ready.countDown();
                          try {
                            ready.await();
                          } catch (InterruptedException e) {
                            return;
                          }
                          call.run();
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
