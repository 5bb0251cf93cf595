package dev.forecourt.runtime;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;

/**
 * The HttpClients of the process, one for each settings, because making one costs several calls and
 * a new one has no connections yet. Ended some time after the last client that used it is closed.
 */
final class HttpPool {
  /** Threads only hand over finished answers and do TLS; bodies are read without them. */
  private static final int MOST_THREADS = 4;

  /** The pool of the process; others are for tests. */
  static final HttpPool SHARED = new HttpPool(Duration.ofSeconds(10));

  private final Duration linger;
  private final Map<HttpSettings, Entry> entries = new HashMap<>();

  /** Keeps an unused HttpClient for so long. */
  HttpPool(Duration linger) {
    this.linger = linger;
  }

  /** An HttpClient with these settings, until it is given back. */
  synchronized HttpClient lease(HttpSettings settings) {
    Entry entry = entries.computeIfAbsent(settings, Entry::new);
    entry.users++;
    return entry.client;
  }

  /** Gives an HttpClient back. */
  synchronized void release(HttpSettings settings) {
    Entry entry = entries.get(settings);
    entry.users--;
    if (entry.users == 0) {
      long unusedSince = ++entry.uses;
      CompletableFuture.delayedExecutor(linger.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> endIfUnused(settings, unusedSince));
    }
  }

  private synchronized void endIfUnused(HttpSettings settings, long unusedSince) {
    Entry entry = entries.get(settings);
    if (entry != null && entry.users == 0 && entry.uses == unusedSince) {
      entries.remove(settings);
      // the HttpClient itself ends when nothing refers to it: Java 17 has no close()
      entry.threads.shutdown();
    }
  }

  /** Number of HttpClients that are kept. */
  synchronized int size() {
    return entries.size();
  }

  private static final class Entry {
    private final ForkJoinPool threads = threads();
    private final HttpClient client;
    private int users;
    private long uses;

    Entry(HttpSettings settings) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .connectTimeout(settings.connectTimeout())
              .executor(threads)
              // a redirect would take the credentials to another host
              .followRedirects(HttpClient.Redirect.NEVER);
      if (settings.proxy() != null) {
        builder.proxy(settings.proxy());
      }
      if (settings.ssl() != null) {
        builder.sslContext(settings.ssl());
      }
      this.client = builder.build();
    }

    /** Of all pools the one that wakes the thread that worked last, which is quicker. */
    private static ForkJoinPool threads() {
      return new ForkJoinPool(
          MOST_THREADS,
          pool -> {
            ForkJoinWorkerThread thread =
                ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
            thread.setName("forecourt-http");
            return thread;
          },
          null,
          true,
          0,
          MOST_THREADS,
          0,
          null,
          10,
          TimeUnit.SECONDS);
    }
  }
}
