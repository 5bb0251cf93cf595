package dev.forecourt.runtime;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The HttpClients of the process, one for each settings, because making one costs several calls and
 * a new one has no connections yet. Ended some time after the last client that used it is closed.
 */
public final class HttpPool {
  /** They do TLS, and hand over what has come. */
  private static final int MOST_THREADS = 4;

  /** The pool of the process; others are for tests. */
  public static final HttpPool SHARED = new HttpPool(Duration.ofSeconds(10));

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
      if (entry.threads != null) {
        entry.threads.shutdown();
      }
    }
  }

  /** Number of HttpClients that are kept. */
  synchronized int size() {
    return entries.size();
  }

  private static final class Entry {
    private final @Nullable ThreadPoolExecutor threads;
    private final HttpClient client;
    private int users;
    private long uses;

    Entry(HttpSettings settings) {
      // without TLS there is nothing worth a second thread: what has come is copied, and no more
      this.threads = settings.plain() ? null : threads();
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .connectTimeout(settings.connectTimeout())
              .executor(threads == null ? Runnable::run : threads)
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

    private static ThreadPoolExecutor threads() {
      ThreadPoolExecutor threads =
          new ThreadPoolExecutor(
              MOST_THREADS,
              MOST_THREADS,
              10,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              task -> {
                Thread thread = new Thread(task, "forecourt-http");
                thread.setDaemon(true);
                return thread;
              });
      threads.allowCoreThreadTimeOut(true);
      return threads;
    }
  }
}
