package dev.forecourt.runtime;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests with the JDK's HttpClient and reads every body to its end, so that connections are
 * used again.
 *
 * <p>Failures leave as {@link VendorTransportException}. As an IOException Feign would wrap them in
 * its own, which holds the whole request and so the credentials.
 */
final class JdkTransport implements Client {
  /** Set by the HttpClient itself, which refuses them from others. */
  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final String vendor;
  private final HttpClient http;
  private final ExecutorService threads;
  private final System.Logger log;

  /** Sends nothing once the threads of the client are shut down. */
  JdkTransport(String vendor, HttpClient http, ExecutorService threads) {
    this.vendor = vendor;
    this.http = http;
    this.threads = threads;
    this.log = System.getLogger("dev.forecourt." + vendor);
  }

  @Override
  public Response execute(Request request, Request.Options options) {
    Call call = Call.of(vendor, request);
    if (threads.isShutdown()) {
      throw new IllegalStateException(call + ": the client is closed. Build a new one.");
    }
    long start = System.nanoTime();
    HttpResponse<byte[]> answer =
        await(call, http.sendAsync(jdkRequest(request), BodyHandlers.ofByteArray()), options);
    log.log(
        System.Logger.Level.DEBUG,
        () ->
            "%s: %s -> %d in %d ms"
                .formatted(
                    call,
                    call.request(),
                    answer.statusCode(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
    return Response.builder()
        .status(answer.statusCode())
        .headers(Map.copyOf(answer.headers().map()))
        .body(answer.body())
        .request(request)
        .build();
  }

  private HttpResponse<byte[]> await(
      Call call, Future<HttpResponse<byte[]>> answer, Request.Options options) {
    try {
      // HttpRequest.timeout ends with the headers: a body that stalls would hang for ever
      return answer.get(options.readTimeoutMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw failure(
          call,
          "no complete answer within %s".formatted(Duration.ofMillis(options.readTimeoutMillis())),
          "Raise readTimeout, and look before you repeat a POST.",
          true);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw failure(
          call, "the calling thread was interrupted", "Look before you repeat a POST.", true);
    } catch (ExecutionException e) {
      throw failure(call, e.getCause());
    }
  }

  private static VendorTransportException failure(Call call, Throwable cause) {
    if (cause instanceof HttpConnectTimeoutException) {
      return failure(
          call,
          "no connection within the connect timeout",
          "Check the base URL and the network.",
          false);
    }
    if (cause instanceof ConnectException) {
      return failure(call, "no connection", "Check the base URL and the network.", false);
    }
    String reason = cause instanceof IOException ? cause.getMessage() : null;
    return failure(
        call,
        "the connection failed ("
            + cause.getClass().getSimpleName()
            + (reason == null ? "" : ": " + reason)
            + ")",
        "Try again later, and look before you repeat a POST.",
        true);
  }

  private static VendorTransportException failure(
      Call call, String what, String nextStep, boolean mayHaveArrived) {
    return new VendorTransportException(
        call + ": " + what + " for " + call.request() + ". " + nextStep, mayHaveArrived);
  }

  private static HttpRequest jdkRequest(Request request) {
    URI uri = URI.create(request.url());
    HttpRequest.Builder jdk = HttpRequest.newBuilder(uri);
    if (uri.getScheme().equals("http")) {
      // the default would offer an upgrade to h2c, which some servers answer with an error
      jdk.version(HttpClient.Version.HTTP_1_1);
    }
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> jdk.header(name, value));
              }
            });
    byte[] body = request.body();
    return jdk.method(
            request.httpMethod().name(),
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
        .build();
  }
}
