package dev.forecourt.runtime;

import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.TransportFailure;
import dev.forecourt.runtime.http.TransportFailure.Kind;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.http.WireResponse;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends requests with a {@code feign.Client} of the caller's, such as the one that Spring Cloud or
 * an application has set up already. The only place where Feign's types meet those of the clients.
 *
 * <pre>{@code
 * FidcarClient.builder().apiKey(key).transport(FeignTransport.of(new OkHttpClient())).build();
 * }</pre>
 */
public final class FeignTransport implements Transport {
  private final Client client;

  private FeignTransport(Client client) {
    this.client = client;
  }

  /**
   * A transport on this client. It must not repeat requests and must not follow redirects; it is
   * not closed. The requests carry the credentials: show neither their headers nor their URL.
   */
  public static Transport of(Client client) {
    return new FeignTransport(client);
  }

  @Override
  public WireResponse send(WireRequest request) throws TransportFailure {
    try {
      Response answer = client.execute(feign(request), options(request));
      return new WireResponse(answer.status(), headers(answer), body(answer));
    } catch (TransportFailure e) {
      throw e;
    } catch (HttpRetryException e) {
      // HttpURLConnection has the status of a refused body, and throws in place of answering
      return new WireResponse(e.responseCode(), Map.of(), new byte[0]);
    } catch (IOException e) {
      throw failure(request, e);
    }
  }

  private static Request feign(WireRequest request) {
    Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
    if (request.body() != null) {
      // without it, some clients send the body in chunks, which not every server reads
      headers.put("Content-Length", List.of(Integer.toString(request.body().length)));
    }
    return Request.create(
        Request.HttpMethod.valueOf(request.method()),
        request.uri().toString(),
        headers,
        request.body(),
        StandardCharsets.UTF_8,
        null);
  }

  private static Request.Options options(WireRequest request) {
    // Feign counts milliseconds in an int: 24 days are the most
    long millis = Math.min(request.timeout().toMillis(), Integer.MAX_VALUE);
    return new Request.Options(millis, TimeUnit.MILLISECONDS, millis, TimeUnit.MILLISECONDS, false);
  }

  private static Map<String, List<String>> headers(Response answer) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    answer.headers().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
    return headers;
  }

  private static byte[] body(Response answer) throws IOException {
    if (answer.body() == null) {
      return new byte[0];
    }
    try (Response.Body body = answer.body()) {
      return body.asInputStream().readAllBytes();
    }
  }

  private static TransportFailure failure(WireRequest request, IOException cause) {
    Kind kind = kind(cause);
    boolean mayHaveArrived =
        switch (kind) {
          case UNKNOWN_HOST, NO_CONNECTION, CONNECT_TIMEOUT, TLS -> false;
          default -> true;
        };
    String message =
        cause.getClass().getSimpleName()
            + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    return new TransportFailure(
        kind, request.uri().getRawAuthority(), mayHaveArrived, message, cause);
  }

  private static Kind kind(IOException cause) {
    if (cause instanceof HttpConnectTimeoutException) {
      return Kind.CONNECT_TIMEOUT;
    }
    if (cause instanceof UnknownHostException) {
      return Kind.UNKNOWN_HOST;
    }
    if (cause instanceof ConnectException) {
      return Kind.NO_CONNECTION;
    }
    if (cause instanceof SSLHandshakeException) {
      return Kind.TLS;
    }
    if (cause instanceof HttpTimeoutException || cause instanceof SocketTimeoutException) {
      return Kind.TIMEOUT;
    }
    return cause instanceof InterruptedIOException && Thread.currentThread().isInterrupted()
        ? Kind.INTERRUPTED
        : Kind.BROKEN;
  }

  /** Nothing: the client belongs to the caller. */
  @Override
  public void close() {}

  /** Type of the client. */
  @Override
  public String toString() {
    return "FeignTransport{" + client.getClass().getName() + "}";
  }
}
