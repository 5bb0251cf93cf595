package dev.forecourt.verifier.replay;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** The clients of this process: one for each kind of address, started when first asked for. */
public final class Http {
  private Http() {}

  /** The client for addresses like this one. */
  public static HttpClient clientFor(URI address) {
    return "https".equals(address.getScheme()) ? Secure.CLIENT : Plain.CLIENT;
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(20));
  }

  private static final class Secure {
    static final HttpClient CLIENT = builder().build();
  }

  private static final class Plain {
    static final HttpClient CLIENT = builder().sslContext(ofNobody()).build();

    /** A client always wants a context; to read the certificates of all the world takes a while. */
    private static SSLContext ofNobody() {
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[0], new TrustManager[0], null);
        return context;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("This JDK has no TLS", e);
      }
    }
  }
}
