package dev.forecourt.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.runtime.credentials.AccessToken;
import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.kit.AllLogs;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that several processes share: each store is a process, for they have but the cache. */
class JCacheTokenStoreTest {
  private static final Instant LATER = Instant.parse("2040-01-01T00:00:00Z");
  private static final Duration LONG = Duration.ofHours(1);
  private static final Predicate<AccessToken> ANY = token -> true;

  private final CachingProvider provider =
      Caching.getCachingProvider("com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider");
  private final Cache<String, String> cache =
      provider.getCacheManager().createCache("tokens", new MutableConfiguration<>());
  private final FakeTime time = new FakeTime();
  private final AtomicInteger fetches = new AtomicInteger();

  @AfterEach
  void stop() {
    provider.close();
  }

  private JCacheTokenStore process() {
    return new JCacheTokenStore(cache);
  }

  private JCacheTokenStore processInFakeTime() {
    return new JCacheTokenStore(cache, () -> time.instant().toEpochMilli(), time);
  }

  private AccessToken fetch(Optional<AccessToken> before) {
    return new AccessToken("token-" + fetches.incrementAndGet(), LATER);
  }

  private AccessToken slowly(Optional<AccessToken> before) {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return fetch(before);
  }

  /** What all threads of all these processes got, at once. */
  private List<String> obtained(int threads, Predicate<AccessToken> usable, TokenStore... stores)
      throws InterruptedException {
    ConcurrentLinkedQueue<String> obtained = new ConcurrentLinkedQueue<>();
    CountDownLatch ready = new CountDownLatch(threads * stores.length);
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads * stores.length; i++) {
      TokenStore store = stores[i % stores.length];
      all.add(
          new Thread(
              () -> {
                ready.countDown();
                try {
                  ready.await();
                } catch (InterruptedException e) {
                  return;
                }
                try {
                  obtained.add(store.obtain("acme", usable, this::slowly, LONG).value());
                } catch (InterruptedException | TimeoutException e) {
                  obtained.add(e.toString());
                }
              }));
    }
    all.forEach(Thread::start);
    for (Thread thread : all) {
      thread.join();
    }
    return List.copyOf(obtained);
  }

  @Test
  void fetchesOnceForTwoProcessesWithAHundredThreadsEach() throws Exception {
    List<String> obtained = obtained(100, ANY, process(), process());

    assertThat(fetches).hasValue(1);
    assertThat(obtained).hasSize(200).containsOnly("token-1");
  }

  @Test
  void fetchesOnceMoreWhenAllOfThemFindTheTokenRefused() throws Exception {
    TokenStore one = process();
    TokenStore other = process();
    one.obtain("acme", ANY, this::fetch, LONG);
    other.obtain("acme", ANY, this::fetch, LONG);

    List<String> obtained = obtained(100, token -> !token.value().equals("token-1"), one, other);

    assertThat(fetches).hasValue(2);
    assertThat(obtained).hasSize(200).containsOnly("token-2");
  }

  @Test
  void fetchesForEachProcessWithoutASharedCache() throws Exception {
    obtained(100, ANY, TokenStore.inMemory(), TokenStore.inMemory());

    assertThat(fetches).hasValue(2);
  }

  @Test
  void keepsATokenForProcessesThatStartLater() throws Exception {
    process().obtain("acme", ANY, this::fetch, LONG);

    AccessToken token = process().obtain("acme", ANY, this::fetch, LONG);

    assertThat(token).isEqualTo(new AccessToken("token-1", LATER));
    assertThat(fetches).hasValue(1);
  }

  @Test
  void keepsTokensOfOtherNamesApart() throws Exception {
    process().obtain("acme", ANY, this::fetch, LONG);

    AccessToken token = process().obtain("other", ANY, this::fetch, LONG);

    assertThat(token.value()).isEqualTo("token-2");
  }

  @Test
  void doesNotAskTheCacheForATokenThatItHas() throws Exception {
    TokenStore store = process();
    store.obtain("acme", ANY, this::fetch, LONG);
    cache.close();

    AccessToken token = store.obtain("acme", ANY, this::fetch, LONG);

    assertThat(token.value()).isEqualTo("token-1");
  }

  @Test
  void passesOnThatTheCacheIsClosed() throws Exception {
    cache.close();

    assertThatThrownBy(() -> process().obtain("acme", ANY, this::fetch, LONG))
        .isInstanceOf(IllegalStateException.class);
    assertThat(fetches).hasValue(0);
  }

  /** The cache, of which methods of these names fail. */
  @SuppressWarnings("unchecked")
  private Cache<String, String> failing(String... names) {
    return (Cache<String, String>)
        Proxy.newProxyInstance(
            Cache.class.getClassLoader(),
            new Class<?>[] {Cache.class},
            (proxy, method, arguments) -> {
              if (List.of(names).contains(method.getName())) {
                throw new CacheException("s3cret", new ConnectException("refused"));
              }
              return method.invoke(cache, arguments);
            });
  }

  @Test
  void fetchesForItselfIfTheCacheFailsAndSaysSo() throws Exception {
    TokenStore store = new JCacheTokenStore(failing("get", "put", "remove", "putIfAbsent"));

    List<String> logged;
    try (AllLogs logs = new AllLogs()) {
      store.obtain("acme", ANY, this::fetch, LONG);
      store.obtain("acme", ANY, this::fetch, LONG);
      logged = logs.lines();
    }

    assertThat(fetches).hasValue(1);
    assertThat(logged)
        .filteredOn(line -> line.contains("token cache"))
        .singleElement()
        .asString()
        .contains(
            "The token cache tokens failed with java.net.ConnectException. This process fetches a"
                + " token of its own. Check the cache's store.")
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"put", "remove", "replace"})
  void doesNotLoseTheTokenIfTheCacheFailsAfterTheFetch(String method) throws Exception {
    TokenStore store = new JCacheTokenStore(failing(method));

    store.obtain("acme", ANY, this::fetch, LONG);
    AccessToken token = store.obtain("acme", ANY, this::fetch, LONG);

    assertThat(token.value()).isEqualTo("token-1");
    assertThat(fetches).hasValue(1);
  }

  @Test
  void tellsTheFetchWhichTokenItReplacesThoughAnotherProcessPutItThere() throws Exception {
    process().obtain("acme", ANY, this::fetch, LONG);
    List<Optional<AccessToken>> before = new ArrayList<>();

    process()
        .obtain(
            "acme",
            token -> token.value().equals("token-2"),
            known -> {
              before.add(known);
              return fetch(known);
            },
            LONG);

    assertThat(before).containsExactly(Optional.of(new AccessToken("token-1", LATER)));
  }

  @Test
  void passesOnWhyAFetchFailedAndLetsTheNextProcessTry() throws Exception {
    JCacheTokenStore failing = processInFakeTime();

    assertThatThrownBy(
            () ->
                failing.obtain(
                    "acme",
                    ANY,
                    before -> {
                      throw new IllegalStateException("no token today");
                    },
                    LONG))
        .hasMessage("no token today");

    assertThat(processInFakeTime().obtain("acme", ANY, this::fetch, LONG).value())
        .isEqualTo("token-1");
    assertThat(time.waits()).isEmpty();
  }

  /** A process that took the lease and then shows no more of itself. */
  private Lease deadProcess() {
    Lease lease = new Lease(cache, "acme");
    assertThat(lease.take(null)).isTrue();
    return lease;
  }

  @Test
  void waitsTenSecondsForAProcessThatDiedWhileFetching() throws Exception {
    deadProcess();

    AccessToken token = processInFakeTime().obtain("acme", ANY, this::fetch, LONG);

    assertThat(token.value()).isEqualTo("token-1");
    assertThat(time.instant()).isEqualTo(FakeTime.START.plusSeconds(10));
  }

  @Test
  void doesNotFetchForTwoMinutesWhileAnotherProcessLives() throws Exception {
    Lease held = deadProcess();
    JCacheTokenStore waiting =
        new JCacheTokenStore(
            cache,
            () -> time.instant().toEpochMilli(),
            wait -> {
              time.sleep(wait);
              assertThat(held.renew()).isTrue();
            });

    AccessToken token = waiting.obtain("acme", ANY, this::fetch, LONG);

    assertThat(token.value()).isEqualTo("token-1");
    assertThat(time.instant()).isEqualTo(FakeTime.START.plus(Duration.ofMinutes(2)));
  }

  @Test
  void showsThatItLivesWhileItFetches() throws Exception {
    Lease lease = deadProcess();
    String atFirst = lease.seen();
    Heartbeat heartbeat = Heartbeat.start(lease, Duration.ofMillis(1), Duration.ofSeconds(60));

    String later = atFirst;
    while (atFirst.equals(later)) {
      later = lease.seen();
    }
    heartbeat.close();

    assertThat(later).isNotNull();
  }

  @Test
  void showsNoLongerThatItLivesWhenItsFetchIsOver() throws Exception {
    process().obtain("acme", ANY, this::fetch, LONG);

    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("forecourt-lease")) {
        thread.join();
      }
    }
    assertThat(cache.containsKey("lease acme")).isFalse();
  }

  @Test
  void doesNotPutItsTokenOverThatOfAProcessWhichTookItsLease() throws Exception {
    AccessToken token =
        process()
            .obtain(
                "acme",
                ANY,
                before -> {
                  cache.put("lease acme", "another process");
                  cache.put("token acme", LATER + " newer");
                  return fetch(before);
                },
                LONG);

    assertThat(token.value()).isEqualTo("token-1");
    assertThat(cache.get("token acme")).isEqualTo(LATER + " newer");
    assertThat(cache.get("lease acme")).isEqualTo("another process");
  }

  @Test
  void givesOneLeaseAtATime() throws Exception {
    Lease first = new Lease(cache, "acme");
    Lease second = new Lease(cache, "acme");

    assertThat(first.take(null)).isTrue();
    assertThat(second.take(null)).isFalse();
    first.release();
    assertThat(second.take(null)).isTrue();
  }

  @Test
  void doesNotTakeALeaseThatWasRenewedMeanwhile() throws Exception {
    Lease held = deadProcess();
    Lease other = new Lease(cache, "acme");
    String seen = other.seen();
    held.renew();

    assertThat(other.take(seen)).isFalse();
    assertThat(other.take(other.seen())).isTrue();
    assertThat(held.renew()).isFalse();
  }

  @Test
  void doesNotGiveBackALeaseThatAnotherProcessHasNow() throws Exception {
    Lease ended = deadProcess();
    Lease next = new Lease(cache, "acme");
    next.take(ended.seen());

    ended.release();

    assertThat(next.renew()).isTrue();
  }

  @Test
  void endsItsWaitWhenTheThreadIsInterrupted() throws Exception {
    deadProcess();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> process().obtain("acme", ANY, this::fetch, LONG))
        .isInstanceOf(InterruptedException.class);

    assertThat(Thread.interrupted()).isFalse();
    assertThat(fetches).hasValue(0);
  }

  @Test
  void takesAFailureOfTheCacheOnAnInterruptedThreadForTheInterruption() throws Exception {
    TokenStore store = new JCacheTokenStore(failing("get"));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> store.obtain("acme", ANY, this::fetch, LONG))
        .isInstanceOf(InterruptedException.class);

    assertThat(Thread.interrupted()).isFalse();
    assertThat(fetches).hasValue(0);
  }

  @Test
  void waitsNoLongerThanTheCallerWants() throws Exception {
    deadProcess();

    assertThatThrownBy(
            () -> processInFakeTime().obtain("acme", ANY, this::fetch, Duration.ofSeconds(3)))
        .isInstanceOf(TimeoutException.class)
        .hasMessage("another process fetches the token and takes longer than that");

    assertThat(fetches).hasValue(0);
    assertThat(time.instant()).isEqualTo(FakeTime.START.plusSeconds(3));
  }

  @Test
  void fetchesInPlaceOfATokenThatItCannotRead() throws Exception {
    cache.put("token acme", "rubbish");

    AccessToken token = processInFakeTime().obtain("acme", ANY, this::fetch, LONG);

    assertThat(token.value()).isEqualTo("token-1");
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void takesALeaseThatNobodyRenewsWhateverItSays() throws Exception {
    cache.put("lease acme", "2026-01-02T03:05:05Z of an older version");

    AccessToken token = processInFakeTime().obtain("acme", ANY, this::fetch, LONG);

    assertThat(token.value()).isEqualTo("token-1");
    assertThat(time.instant()).isEqualTo(FakeTime.START.plusSeconds(10));
  }

  @Test
  void showsNoToken() throws Exception {
    TokenStore store = process();
    store.obtain("acme", ANY, this::fetch, LONG);

    assertThat(store).hasToString("JCacheTokenStore{tokens}");
  }

  @Test
  void letsTwoAutochatClientsFetchOneToken() throws Exception {
    try (WireServer server = new WireServer();
        AutochatClient one = autochat(server);
        AutochatClient other = autochat(server)) {
      server
          .answer("{\"access_token\":\"t0ken\",\"expires_in\":86400,\"token_type\":\"Bearer\"}")
          .answer("[]")
          .answer("[]");

      one.options().listOptions();
      other.options().listOptions();

      assertThat(server.requests())
          .extracting(WireRequest::line)
          .containsExactly("POST /oauth/token", "GET /api/options", "GET /api/options");
      assertThat(server.requests().get(2).header("Authorization")).isEqualTo("Bearer t0ken");
    }
  }

  private AutochatClient autochat(WireServer server) {
    return AutochatClient.builder()
        .baseUrl(server.url())
        .clientCredentials("our-id", "s3cret")
        .tokenStore(process())
        .build();
  }

  @Test
  void buildsTheClientOfTheReadme() throws Exception {
    CacheManager cacheManager = provider.getCacheManager();
    cacheManager.createCache(
        "forecourt-tokens",
        new MutableConfiguration<String, String>().setTypes(String.class, String.class));
    String id = "our-id";
    String secret = "s3cret";

    Cache<String, String> cache =
        cacheManager.getCache("forecourt-tokens", String.class, String.class);
    AutochatClient client =
        AutochatClient.builder()
            .clientCredentials(id, secret)
            .tokenStore(new JCacheTokenStore(cache))
            .build();

    assertThat(client).hasToString("AutochatClient");
    client.close();
  }
}
