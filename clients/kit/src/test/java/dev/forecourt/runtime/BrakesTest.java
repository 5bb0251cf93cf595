package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.credentials.AccessToken;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.TokenFetch;
import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.errors.CallCancelledException;
import dev.forecourt.runtime.errors.CredentialException;
import dev.forecourt.runtime.errors.Failure;
import dev.forecourt.runtime.errors.Outcome;
import dev.forecourt.runtime.errors.RateLimitedException;
import dev.forecourt.runtime.errors.TokenPausedException;
import dev.forecourt.runtime.errors.UnauthorizedException;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.http.WireResponse;
import dev.forecourt.runtime.kit.Callers;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.Waiting;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a vendor's token host from a flood, and callers from each other's troubles. */
class BrakesTest {
  private final FakeTime time = new FakeTime();
  private final TokenStore store = TokenStore.inMemory();
  private final AtomicInteger fetches = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();

  /** Status of the answer to a request; 200 unless a test says otherwise. */
  private volatile Function<WireRequest, Integer> status = request -> 200;

  private volatile String body = "{}";

  private AccessToken fetch(Optional<AccessToken> before, Duration timeout) {
    return AccessToken.issued(
        "token-" + fetches.incrementAndGet(), time.instant(), Duration.ofHours(24));
  }

  private AcmeClient client() {
    return client(store, this::fetch);
  }

  private AcmeClient client(TokenStore store, TokenFetch fetch) {
    return AcmeClient.builder("http://acme.example")
        .time(time)
        .retries(RetryPolicy.never())
        .transport(
            request -> {
              calls.incrementAndGet();
              return new WireResponse(
                  status.apply(request), Map.of(), body.getBytes(StandardCharsets.UTF_8));
            })
        .key(Credential.token("Authorization", "Bearer ", "acme", store, time, List.of(), fetch))
        .build();
  }

  private static List<Throwable> thrown(int times, Runnable call) {
    return IntStream.range(0, times).mapToObj(i -> catchThrowable(call::run)).toList();
  }

  private static boolean isToken(WireRequest request, String token) {
    return request.headers().get("Authorization").contains("Bearer " + token);
  }

  @Test
  void twentyCallsThatAreAllRefusedCostOneToken() {
    status = request -> 401;

    try (AcmeClient client = client()) {
      List<Throwable> thrown = thrown(20, client::get);

      assertThat(thrown.get(0)).isInstanceOf(UnauthorizedException.class);
      assertThat(thrown.subList(1, 20))
          .allSatisfy(
              failure ->
                  assertThat(failure)
                      .isInstanceOfSatisfying(
                          TokenPausedException.class,
                          e -> {
                            assertThat(e.retryAt()).isEqualTo(FakeTime.START.plusSeconds(5));
                            assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
                            assertThat(e.attempts()).isZero();
                          })
                      .hasMessage(
                          "acme getThing: not sent, because the vendor refused a new token with"
                              + " status 401. The next token is asked for from"
                              + " 2026-01-02T03:04:10Z on. Check the credentials given to the"
                              + " builder, and wait until then."));
    }
    assertThat(fetches).hasValue(1);
    assertThat(calls).hasValue(1);
  }

  @Test
  void aTokenThatWasGoodAndIsNoMoreCostsOneOtherAndThenThePauseBegins() {
    try (AcmeClient client = client()) {
      client.get();
      status = request -> 401;

      List<Throwable> thrown = thrown(20, client::get);

      assertThat(thrown.get(0)).isInstanceOf(UnauthorizedException.class);
      assertThat(thrown.subList(1, 20))
          .allMatch(failure -> failure instanceof TokenPausedException);
    }
    assertThat(fetches).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({"404, {}", "503, {}", "200, <html>"})
  void anAnswerOfAnyKindBut401ShowsThatATokenIsGood(int first, String html) {
    try (AcmeClient client = client()) {
      status = request -> first;
      body = html;
      assertThat(catchThrowable(client::model)).isInstanceOf(VendorException.class);
      status = request -> isToken(request, "token-1") ? 401 : 200;
      body = "{}";

      // so it is replaced at once
      client.model();
    }
    assertThat(fetches).hasValue(2);
  }

  @Test
  void twoHundredThreadsThatAreAllRefusedCostOneTokenInEachPause() {
    status = request -> 401;

    try (AcmeClient client = client()) {
      List<Throwable> first = Callers.allAtOnce(200, client::get);
      List<Throwable> inThePause = Callers.allAtOnce(200, client::get);
      int beforeTheEnd = fetches.get();
      time.pass(Duration.ofSeconds(5));
      List<Throwable> afterIt = Callers.allAtOnce(200, client::get);

      assertThat(beforeTheEnd).isEqualTo(1);
      assertThat(fetches).hasValue(2);
      assertThat(first).hasSize(200).hasAtLeastOneElementOfType(UnauthorizedException.class);
      assertThat(inThePause).hasSize(200).hasOnlyElementsOfType(TokenPausedException.class);
      assertThat(afterIt).hasSize(200).hasAtLeastOneElementOfType(UnauthorizedException.class);
    }
  }

  @Test
  void clientsThatShareAStoreShareThePauseToo() {
    status = request -> 401;

    try (AcmeClient one = client();
        AcmeClient two = client();
        AcmeClient three = client()) {
      for (AcmeClient client : List.of(one, two, three)) {
        thrown(20, client::get);
      }
    }

    assertThat(fetches).hasValue(1);
  }

  @Test
  void clientsWithStoresOfTheirOwnDoNot() {
    status = request -> 401;

    for (int i = 0; i < 3; i++) {
      try (AcmeClient client = client(TokenStore.inMemory(), this::fetch)) {
        thrown(20, client::get);
      }
    }

    assertThat(fetches).hasValue(3);
  }

  @Test
  void thePauseDoublesFromFiveSecondsToFiveMinutesAndEnds() {
    List<Long> seconds = new ArrayList<>();
    status = request -> 401;

    try (AcmeClient client = client()) {
      for (int i = 0; i < 9; i++) {
        assertThatThrownBy(client::get).isInstanceOf(UnauthorizedException.class);
        TokenPausedException paused = (TokenPausedException) catchThrowable(client::get);
        Duration pause = Duration.between(time.instant(), paused.retryAt());
        seconds.add(pause.toSeconds());
        time.pass(pause);
      }
      status = request -> 200;
      client.get();
    }

    assertThat(seconds).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
    assertThat(fetches).hasValue(10);
  }

  @Test
  void aTokenThatIsGoodEndsThePauses() {
    status = request -> isToken(request, "token-2") ? 200 : 401;

    try (AcmeClient client = client()) {
      thrown(2, client::get);
      time.pass(Duration.ofSeconds(5));
      client.get();
      status = request -> 401;
      thrown(1, client::get);

      // a first pause again, and not the second
      assertThat(catchThrowable(client::get))
          .isInstanceOfSatisfying(
              TokenPausedException.class,
              e -> assertThat(e.retryAt()).isEqualTo(time.instant().plusSeconds(5)));
    }
  }

  @Test
  void anOperationThatIsNotAllowedNeitherStopsTheOthersNorRenewsForEver() {
    status = request -> request.uri().getPath().equals("/thing") ? 401 : 200;

    try (AcmeClient client = client()) {
      for (int i = 0; i < 50; i++) {
        assertThat(catchThrowable(client::get))
            .isInstanceOfAny(UnauthorizedException.class, TokenPausedException.class);
        client.getOne(i);
        time.pass(Duration.ofMinutes(1));
      }
    }

    assertThat(fetches.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void anOperationThatIsNotAllowedDoesNotKeepADeadTokenInUse() {
    status = request -> request.uri().getPath().equals("/thing") ? 401 : 200;

    try (AcmeClient client = client()) {
      for (int i = 0; i < 5; i++) {
        thrown(1, client::get);
        client.getOne(i);
      }
      int before = fetches.get();
      String last = "token-" + before;
      status =
          request -> isToken(request, last) || request.uri().getPath().equals("/thing") ? 401 : 200;

      client.getOne(6);

      assertThat(fetches).hasValue(before + 1);
    }
  }

  private TokenFetch failing(Failure failure) {
    return (before, timeout) -> {
      fetches.incrementAndGet();
      throw failure.toException();
    };
  }

  @Test
  void aTokenHostThatIsAskedTooOftenIsAskedOnceInFiveCalls() {
    Failure refused = Failure.of("acme", "createToken").status(429).build();

    try (AcmeClient client = client(store, failing(refused))) {
      List<Throwable> thrown = thrown(5, client::get);

      assertThat(thrown.get(0)).isInstanceOf(RateLimitedException.class);
      assertThat(thrown.subList(1, 5))
          .allSatisfy(
              failure ->
                  assertThat(failure)
                      .isInstanceOf(TokenPausedException.class)
                      .hasMessage(
                          "acme getThing: not sent, because the request for a token was refused"
                              + " with status 429. The next token is asked for from"
                              + " 2026-01-02T03:04:10Z on. Wait until then."));
    }
    assertThat(fetches).hasValue(1);
    assertThat(calls).hasValue(0);
  }

  @Test
  void twoHundredThreadsAskATokenHostThatRefusesOnce() {
    Failure refused = Failure.of("acme", "createToken").status(503).build();

    try (AcmeClient client = client(store, failing(refused))) {
      assertThat(Callers.allAtOnce(200, client::get)).hasSize(200);
    }

    assertThat(fetches).hasValue(1);
  }

  @Test
  void aTokenHostIsNotAskedBeforeItWantsToBe() {
    Instant wish = FakeTime.START.plusSeconds(90);
    Failure refused = Failure.of("acme", "createToken").status(429).retryAt(wish).build();

    try (AcmeClient client = client(store, failing(refused))) {
      thrown(1, client::get);

      assertThat(catchThrowable(client::get))
          .isInstanceOfSatisfying(
              TokenPausedException.class, e -> assertThat(e.retryAt()).isEqualTo(wish));
    }
  }

  @Test
  void aTokenHostThatWantsToBeLeftAloneForDaysIsAskedAgainAfterAnHour() {
    Instant wish = FakeTime.START.plus(Duration.ofDays(400));
    Failure refused = Failure.of("acme", "createToken").status(429).retryAt(wish).build();

    try (AcmeClient client = client(store, failing(refused))) {
      thrown(1, client::get);

      assertThat(catchThrowable(client::get))
          .isInstanceOfSatisfying(
              TokenPausedException.class,
              e -> assertThat(e.retryAt()).isEqualTo(FakeTime.START.plus(Duration.ofHours(1))));
    }
  }

  @Test
  void aTokenThatNoHeaderCanCarryBeginsAPauseToo() {
    try (AcmeClient client =
        client(
            store,
            (before, timeout) -> {
              fetches.incrementAndGet();
              return new AccessToken("", Instant.MAX);
            })) {
      List<Throwable> thrown = thrown(5, client::get);

      assertThat(thrown.get(0)).isInstanceOf(VendorDecodeException.class);
      assertThat(thrown.subList(1, 5)).hasOnlyElementsOfType(TokenPausedException.class);
    }
    assertThat(fetches).hasValue(1);
  }

  @Test
  void tokensThatEndSoonTimeAndAgainAreNotReplacedWithEachCall() {
    AtomicInteger flapping = new AtomicInteger();
    status = request -> flapping.incrementAndGet() % 2 == 0 ? 401 : 200;

    try (AcmeClient client = client()) {
      List<Throwable> thrown = thrown(20, client::get);

      assertThat(fetches).hasValue(4);
      assertThat(thrown).contains((Throwable) null);
      assertThat(thrown.get(19)).isNull();
      time.pass(Duration.ofSeconds(5));
      flapping.set(1);
      client.get();
      assertThat(fetches).hasValue(5);
    }
  }

  @Test
  void aTokenHostThatBreaksOffIsNotAskedByEachCall() {
    TokenFetch broken =
        (before, timeout) -> {
          fetches.incrementAndGet();
          throw new VendorTransportException(
              Failure.of("acme", "createToken")
                  .outcome(Outcome.UNKNOWN)
                  .cause(new IOException("reset"))
                  .message("it broke")
                  .build());
        };

    try (AcmeClient client = client(store, broken)) {
      List<Throwable> thrown = thrown(5, client::get);

      assertThat(thrown.get(0)).isInstanceOf(VendorTransportException.class);
      assertThat(thrown.get(4))
          .isInstanceOf(TokenPausedException.class)
          .hasMessageContaining("because the connection broke at the request for a token.")
          .hasMessageEndingWith("on. Wait until then.");
    }
    assertThat(fetches).hasValue(1);
  }

  @Test
  void aCallerWhoseTokenRequestTimesOutPausesNobodyElse() {
    TokenFetch slow =
        (before, timeout) -> {
          fetches.incrementAndGet();
          throw new VendorTransportException(
              Failure.of("acme", "createToken").outcome(Outcome.UNKNOWN).message("late").build());
        };

    try (AcmeClient client = client(store, slow)) {
      assertThat(thrown(3, client::get))
          .allSatisfy(e -> assertThat(e).isInstanceOf(VendorTransportException.class));
    }
    assertThat(fetches).hasValue(3);
  }

  @Test
  void aStoreThatFailsIsNamedWithoutWhatItSays() {
    TokenStore broken =
        (name, usable, fetch, timeout) -> {
          throw new IllegalStateException("no line to the store");
        };

    try (AcmeClient client = client(broken, this::fetch)) {
      assertThatThrownBy(client::get)
          .isInstanceOf(CredentialException.class)
          .hasCauseInstanceOf(IllegalStateException.class)
          .hasMessage(
              "acme getThing: not sent, because the token store failed with"
                  + " java.lang.IllegalStateException. Check the store; a later call asks it"
                  + " anew.");
    }
  }

  @Test
  void aFailureOfTheTokenRequestComesThroughAStoreThatWrapsIt() {
    VendorDecodeException own =
        new VendorDecodeException(Failure.of("acme", "createToken").message("odd").build());
    TokenStore wrapping =
        (name, usable, fetch, timeout) -> {
          try {
            return fetch.apply(Optional.empty());
          } catch (RuntimeException e) {
            throw new IllegalStateException("wrapped", e);
          }
        };

    try (AcmeClient client =
        client(
            wrapping,
            (before, timeout) -> {
              throw own;
            })) {
      assertThatThrownBy(client::get).isSameAs(own);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1e-9", "1e400", "9223372036854775807", "0.5"})
  void aLifetimeThatCannotBeMeantNeitherFailsNorFloods(String seconds) {
    TokenFetch odd =
        (before, timeout) -> {
          fetches.incrementAndGet();
          return AccessToken.issued(
              "token",
              time.instant(),
              AccessToken.lifetime(new BigDecimal(seconds), Duration.ofHours(1)));
        };

    try (AcmeClient client = client(store, odd)) {
      thrown(5, client::get).forEach(failure -> assertThat(failure).isNull());
    }
    assertThat(fetches).hasValue(1);
  }

  @Test
  void aTokenHostThatCannotBeReachedIsTriedAgainAtOnce() {
    try (AcmeClient client =
        client(
            store,
            (before, timeout) -> {
              if (fetches.incrementAndGet() == 1) {
                throw new VendorTransportException(Failure.of("acme", "createToken").build());
              }
              return new AccessToken("token-2", Instant.MAX);
            })) {
      assertThatThrownBy(client::get).isInstanceOf(VendorTransportException.class);
      client.get();
    }
    assertThat(fetches).hasValue(2);
  }

  /** As a fetch over the wire does it: it ends with the interrupt of its thread. */
  private static AccessToken untilInterrupted(CountDownLatch begun) {
    begun.countDown();
    try {
      Thread.sleep(Duration.ofMinutes(1).toMillis());
      throw new AssertionError("was never interrupted");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallCancelledException(Failure.of("acme", "createToken").cancelled().build());
    }
  }

  @Test
  void aFetcherThatIsInterruptedDoesNotFailTheOthers() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<Throwable> ofFetcher = new AtomicReference<>();
    TokenFetch fetch =
        (before, timeout) ->
            fetches.incrementAndGet() == 1
                ? untilInterrupted(begun)
                : new AccessToken("token-2", Instant.MAX);

    try (AcmeClient client = client(store, fetch)) {
      Thread fetcher = new Thread(() -> ofFetcher.set(catchThrowable(client::get)), "fetcher");
      fetcher.start();
      begun.await();
      CompletableFuture<List<Throwable>> others =
          CompletableFuture.supplyAsync(() -> Callers.allAtOnce(199, client::get));
      fetcher.interrupt();
      fetcher.join();

      assertThat(others.join()).isEmpty();
    }
    assertThat(ofFetcher.get())
        .isInstanceOfSatisfying(
            CallCancelledException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
        .hasMessage("acme getThing: the calling thread was interrupted while it fetched a token.");
    assertThat(fetches).hasValue(2);
  }

  @Test
  void aFetcherWhoseFutureIsCancelledDoesNotFailTheOthers() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    TokenFetch fetch =
        (before, timeout) ->
            fetches.incrementAndGet() == 1
                ? untilInterrupted(begun)
                : new AccessToken("token-2", Instant.MAX);

    try (AcmeClient client = client(store, fetch)) {
      CompletableFuture<?> fetcher = client.getCall(RequestOptions.none()).future();
      begun.await();
      CompletableFuture<?> waiting = client.getCall(RequestOptions.none()).future();
      fetcher.cancel(false);

      waiting.join();
    }
    assertThat(fetches).hasValue(2);
  }

  @Test
  void aCallThatWaitsForATokenKeepsItsOwnTimeout() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);

    try (AcmeClient client = client(store, held(begun, released))) {
      CompletableFuture<?> patient = client.getCall(RequestOptions.none()).future();
      begun.await();
      RequestOptions hurried = RequestOptions.builder().timeout(Duration.ofMillis(30)).build();

      CompletableFuture<Throwable> given =
          CompletableFuture.supplyAsync(() -> catchThrowable(() -> client.get(hurried)));
      Waiting.until("the hurried call gives up", given::isDone);

      assertThat(given.join())
          .isInstanceOfSatisfying(
              VendorTransportException.class,
              e -> {
                assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
                assertThat(e.attempts()).isZero();
              })
          .hasMessage(
              "acme getThing: not sent, because another call fetches the token and takes longer than"
                  + " PT0.03S. Raise readTimeout, or try again.");

      released.countDown();
      patient.join();
    }
  }

  @Test
  void aCallThatWaitsForATokenKeepsItsOwnInterrupt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    AtomicReference<Throwable> ofWaiter = new AtomicReference<>();

    try (AcmeClient client = client(store, held(begun, released))) {
      CompletableFuture<?> patient = client.getCall(RequestOptions.none()).future();
      begun.await();
      Thread waiter = new Thread(() -> ofWaiter.set(catchThrowable(client::get)), "waiter");
      waiter.start();
      Waiting.untilItWaits(waiter);
      waiter.interrupt();
      waiter.join();

      released.countDown();
      patient.join();
    }
    assertThat(ofWaiter.get())
        .isInstanceOfSatisfying(
            CallCancelledException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
        .hasMessage(
            "acme getThing: the calling thread was interrupted while it waited for a token.");
    assertThat(fetches).hasValue(1);
  }

  private TokenFetch held(CountDownLatch begun, CountDownLatch released) {
    return (before, timeout) -> {
      begun.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return fetch(before, timeout);
    };
  }
}
