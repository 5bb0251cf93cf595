package dev.forecourt.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.runtime.credentials.AccessToken;
import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
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
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens that several processes share: each store is a process, for they have but the cache. */
class JCacheTokenStoreTest {
  private static final Instant LATER = Instant.parse("2040-01-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Predicate<AccessToken> ANY = token -> true;

  private final CachingProvider provider = Caching.getCachingProvider();
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
    return new JCacheTokenStore(cache, time, time);
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
                  obtained.add(store.obtain("acme", usable, this::slowly, PATIENCE).value());
                } catch (InterruptedException | TimeoutException e) {
                  throw new IllegalStateException(e);
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
    one.obtain("acme", ANY, this::fetch, PATIENCE);
    other.obtain("acme", ANY, this::fetch, PATIENCE);

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
    process().obtain("acme", ANY, this::fetch, PATIENCE);

    AccessToken token = process().obtain("acme", ANY, this::fetch, PATIENCE);

    assertThat(token).isEqualTo(new AccessToken("token-1", LATER));
    assertThat(fetches).hasValue(1);
  }

  @Test
  void keepsTokensOfOtherNamesApart() throws Exception {
    process().obtain("acme", ANY, this::fetch, PATIENCE);

    AccessToken token = process().obtain("other", ANY, this::fetch, PATIENCE);

    assertThat(token.value()).isEqualTo("token-2");
  }

  @Test
  void doesNotAskTheCacheForATokenThatItHas() throws Exception {
    TokenStore store = process();
    store.obtain("acme", ANY, this::fetch, PATIENCE);
    cache.close();

    AccessToken token = store.obtain("acme", ANY, this::fetch, PATIENCE);

    assertThat(token.value()).isEqualTo("token-1");
  }

  @Test
  void passesOnThatTheCacheIsGone() throws Exception {
    cache.close();

    assertThatThrownBy(() -> process().obtain("acme", ANY, this::fetch, PATIENCE))
        .isInstanceOf(IllegalStateException.class);
    assertThat(fetches).hasValue(0);
  }

  @Test
  void tellsTheFetchWhichTokenItReplacesThoughAnotherProcessPutItThere() throws Exception {
    process().obtain("acme", ANY, this::fetch, PATIENCE);
    List<Optional<AccessToken>> before = new ArrayList<>();

    process()
        .obtain(
            "acme",
            token -> token.value().equals("token-2"),
            known -> {
              before.add(known);
              return fetch(known);
            },
            PATIENCE);

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
                    PATIENCE))
        .hasMessage("no token today");

    assertThat(processInFakeTime().obtain("acme", ANY, this::fetch, PATIENCE).value())
        .isEqualTo("token-1");
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void waitsForAProcessThatDiedWhileFetchingUntilItsLeaseEnds() throws Exception {
    Lease.take(cache, "acme", time.instant(), Duration.ofMinutes(1));

    AccessToken token = processInFakeTime().obtain("acme", ANY, this::fetch, PATIENCE);

    assertThat(token.value()).isEqualTo("token-1");
    assertThat(time.instant()).isEqualTo(FakeTime.START.plus(Duration.ofMinutes(1)));
  }

  @Test
  void doesNotWaitForAnotherProcessLongerThanTwoMinutes() throws Exception {
    Lease.take(cache, "acme", time.instant(), Duration.ofHours(1));

    AccessToken token = processInFakeTime().obtain("acme", ANY, this::fetch, PATIENCE);

    assertThat(token.value()).isEqualTo("token-1");
    assertThat(time.instant()).isEqualTo(FakeTime.START.plus(Duration.ofMinutes(2)));
  }

  @Test
  void givesOneLeaseAtATime() throws Exception {
    Optional<Lease> first = Lease.take(cache, "acme", time.instant(), Duration.ofMinutes(1));
    Optional<Lease> second = Lease.take(cache, "acme", time.instant(), Duration.ofMinutes(1));
    first.get().release();
    Optional<Lease> third = Lease.take(cache, "acme", time.instant(), Duration.ofMinutes(1));

    assertThat(second).isEmpty();
    assertThat(third).isPresent();
  }

  @Test
  void doesNotGiveBackALeaseThatAnotherProcessHasNow() throws Exception {
    Lease ended = Lease.take(cache, "acme", time.instant(), Duration.ofMinutes(1)).get();
    time.pass(Duration.ofMinutes(1));
    Lease.take(cache, "acme", time.instant(), Duration.ofMinutes(1));

    ended.release();

    assertThat(Lease.take(cache, "acme", time.instant(), Duration.ofMinutes(1))).isEmpty();
  }

  @Test
  void keepsTheInterruptOfAThreadThatWaits() {
    Lease.take(cache, "acme", Instant.now(), Duration.ofMinutes(1));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> process().obtain("acme", ANY, this::fetch, PATIENCE))
        .isInstanceOf(InterruptedException.class);

    assertThat(fetches).hasValue(0);
  }

  @Test
  void fetchesInPlaceOfWhatItCannotRead() throws Exception {
    cache.put("token acme", "rubbish");
    cache.put("lease acme", "more rubbish");

    AccessToken token = processInFakeTime().obtain("acme", ANY, this::fetch, PATIENCE);

    assertThat(token.value()).isEqualTo("token-1");
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void showsNoToken() throws Exception {
    TokenStore store = process();
    store.obtain("acme", ANY, this::fetch, PATIENCE);

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
