package dev.forecourt.runtime.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;

/** Where transports come from. */
public final class Transports {
  private Transports() {}

  /** A transport that shares connections with all others of equal settings, until it is closed. */
  public static Transport lease(HttpSettings settings) {
    HttpClient.Builder b = HttpClient.newBuilder().connectTimeout(settings.connectTimeout()).version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER);
    if (settings.proxy() != null) b.proxy(settings.proxy());
    if (settings.ssl() != null) b.sslContext(settings.ssl());
    HttpClient c = b.build();
    return new Transport() {
      public WireResponse send(WireRequest r) throws TransportFailure {
        try {
          HttpRequest.Builder q = HttpRequest.newBuilder(r.uri()).timeout(r.timeout());
          r.headers().forEach((n, vs) -> { if (!Set.of("connection", "content-length", "expect", "host", "upgrade").contains(n.toLowerCase(Locale.ROOT))) vs.forEach(v -> q.header(n, v)); });
          if (r.body() != null && r.body().length > 0) q.method(r.method(), HttpRequest.BodyPublishers.ofByteArray(r.body()));
          else if (!r.method().equals("GET")) q.method(r.method(), HttpRequest.BodyPublishers.noBody());
          HttpResponse<byte[]> a = c.send(q.build(), HttpResponse.BodyHandlers.ofByteArray());
          return new WireResponse(a.statusCode(), a.headers().map(), a.body());
        } catch (InterruptedException e) {
          throw new TransportFailure(TransportFailure.Kind.INTERRUPTED, r.uri().getAuthority(), true, "interrupted", null);
        } catch (java.net.http.HttpTimeoutException e) {
          throw new TransportFailure(TransportFailure.Kind.TIMEOUT, r.uri().getAuthority(), true, "timeout", e);
        } catch (java.net.ConnectException e) {
          throw new TransportFailure(TransportFailure.Kind.NO_CONNECTION, r.uri().getAuthority(), false, "no", e);
        } catch (IOException e) {
          throw new TransportFailure(TransportFailure.Kind.BROKEN, r.uri().getAuthority(), true, e.getClass().getSimpleName() + ": " + e.getMessage(), e);
        }
      }
      public void close() {}
    };
  }
}
