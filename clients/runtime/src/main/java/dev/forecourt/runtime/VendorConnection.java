package dev.forecourt.runtime;

import feign.Feign;
import feign.Logger;
import feign.Request;
import feign.Retryer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One vendor's connection pool, credentials and readers, shared by its services. Thread-safe. */
public final class VendorConnection implements AutoCloseable {
  /** Threads only hand over finished answers and do TLS; bodies are read without them. */
  private static final int MOST_THREADS = 4;

  private final VendorProfile profile;
  private final @Nullable String baseUrl;
  private final ThreadPoolExecutor threads;
  private final Feign.Builder feign;

  VendorConnection(
      VendorProfile profile,
      @Nullable String baseUrl,
      Duration connectTimeout,
      Duration readTimeout) {
    this.profile = profile;
    this.baseUrl = baseUrl;
    this.threads = threads(profile.id());
    HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(connectTimeout)
            .executor(threads)
            // a redirect would take the credentials to another host
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.feign = feign(profile, http, threads, connectTimeout, readTimeout);
  }

  /** An implementation of a generated interface. */
  public <T> T calls(Class<T> type) {
    return feign.target(new ContractTarget<>(type, profile.id(), baseUrl));
  }

  /** Ends the threads. Requests under way fail. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static Feign.Builder feign(
      VendorProfile profile,
      HttpClient http,
      ExecutorService threads,
      Duration connectTimeout,
      Duration readTimeout) {
    Secrets secrets =
        new Secrets(
            () ->
                profile.credentials().values().stream()
                    .flatMap(credential -> credential.secrets().stream())
                    .toList());
    ErrorAnswers errors = new ErrorAnswers(profile.name(), profile.errors(), secrets);
    return Feign.builder()
        .client(new JdkTransport(profile.id(), http, threads))
        .encoder(new BodyEncoder(new Boundaries()))
        .queryMapEncoder(new QueryEncoder())
        .requestInterceptor(new CredentialInterceptor(profile.id(), profile.credentials()))
        .responseInterceptor(new AnswerReader(profile.id(), errors, secrets))
        .decodeVoid()
        // Feign's default repeats a POST up to five times, and its log prints the key
        .retryer(Retryer.NEVER_RETRY)
        .logLevel(Logger.Level.NONE)
        .options(
            new Request.Options(
                connectTimeout.toMillis(),
                TimeUnit.MILLISECONDS,
                readTimeout.toMillis(),
                TimeUnit.MILLISECONDS,
                false));
  }

  private static ThreadPoolExecutor threads(String vendor) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "forecourt-" + vendor);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** The vendor's id, nothing else. */
  @Override
  public String toString() {
    return "VendorConnection{" + profile.id() + "}";
  }
}
