package dev.forecourt.runtime;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
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
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends requests with a shared HttpClient of the JDK and reads every body to its end, so that
 * connections are used again.
 */
public final class JdkTransport implements Client, AutoCloseable {
  /** Set by the HttpClient itself, which refuses them from others. */
  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final HttpPool pool;
  private final HttpSettings settings;
  private final HttpClient http;
  private final Set<Deadline> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public JdkTransport(HttpPool pool, HttpSettings settings) {
    this.pool = pool;
    this.settings = settings;
    this.http = pool.lease(settings);
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    HttpResponse<byte[]> answer = send(jdkRequest(request), options.readTimeoutMillis());
    return Response.builder()
        .status(answer.statusCode())
        .headers(Map.copyOf(answer.headers().map()))
        .body(new AnswerBody(answer.body()))
        .request(request)
        .build();
  }

  /** On the calling thread: {@link Deadline} says why. */
  private HttpResponse<byte[]> send(HttpRequest request, long millis) throws IOException {
    try (Deadline deadline = Deadline.in(millis)) {
      underWay.add(deadline);
      if (closed) {
        // since the caller looked: nobody else would end this one
        deadline.interrupt();
      }
      try {
        return http.send(request, BodyHandlers.ofByteArray());
      } catch (InterruptedException e) {
        throw why(deadline);
      } finally {
        underWay.remove(deadline);
      }
    }
  }

  private static IOException why(Deadline deadline) {
    if (deadline.passed()) {
      return new HttpTimeoutException("no complete answer in time");
    }
    if (deadline.interrupted()) {
      return new IOException("the client was closed meanwhile");
    }
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted");
  }

  /** Ends requests under way and gives the HttpClient back. */
  @Override
  public void close() {
    closed = true;
    underWay.forEach(Deadline::interrupt);
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
      // GET is the default of the builder; naming it would send Content-Length: 0 on Java 17
      jdk.method(request.httpMethod().name(), BodyPublishers.noBody());
    }
    return jdk.build();
  }
}
