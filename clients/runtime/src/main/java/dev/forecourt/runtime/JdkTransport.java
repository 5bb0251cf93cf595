package dev.forecourt.runtime;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests with a shared HttpClient of the JDK and reads every body to its end, so that
 * connections are used again.
 */
final class JdkTransport implements Client, AutoCloseable {
  /** Set by the HttpClient itself, which refuses them from others. */
  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final HttpPool pool;
  private final HttpSettings settings;
  private final HttpClient http;
  private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  JdkTransport(HttpPool pool, HttpSettings settings) {
    this.pool = pool;
    this.settings = settings;
    this.http = pool.lease(settings);
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> pending =
        http.sendAsync(jdkRequest(request), BodyHandlers.ofByteArray());
    underWay.add(pending);
    if (closed) {
      // closed since the caller looked: nobody else would end this one
      pending.cancel(true);
    }
    try {
      // HttpRequest.timeout ends with the headers: a body that stalls would hang for ever
      HttpResponse<byte[]> answer = pending.get(options.readTimeoutMillis(), TimeUnit.MILLISECONDS);
      return Response.builder()
          .status(answer.statusCode())
          .headers(Map.copyOf(answer.headers().map()))
          .body(answer.body())
          .request(request)
          .build();
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw new HttpTimeoutException("no complete answer in time");
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("interrupted");
    } catch (CancellationException e) {
      throw new IOException("the client was closed meanwhile");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      underWay.remove(pending);
    }
  }

  /** Ends requests under way and gives the HttpClient back. */
  @Override
  public void close() {
    closed = true;
    underWay.forEach(pending -> pending.cancel(true));
    pool.release(settings);
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
    if (body != null) {
      jdk.method(request.httpMethod().name(), BodyPublishers.ofByteArray(body));
    } else if (request.httpMethod() != Request.HttpMethod.GET) {
      // GET is the default of the builder: without a length from Java 19 on, with 0 before that
      jdk.method(request.httpMethod().name(), BodyPublishers.noBody());
    }
    return jdk.build();
  }
}
