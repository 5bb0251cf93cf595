package dev.forecourt.spring;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** What can be set for one vendor and for all of them. */
abstract class CallProperties {

  /** Longest wait for a connection, such as 10s. A number without a unit counts milliseconds. */
  private @Nullable Duration connectTimeout;

  /** Longest wait for a whole answer, such as 30s. A number without a unit counts milliseconds. */
  private @Nullable Duration readTimeout;

  /** Whether to ask for compressed answers. */
  private @Nullable Boolean gzip;

  /** Largest body of an answer after decompression, such as 64MB. A larger one fails its call. */
  private @Nullable DataSize maxResponseSize;

  /** Whether to prefer HTTP/2 over TLS. */
  private @Nullable Boolean http2;

  /** Name of the application, added to the User-Agent. Default: nothing is added. */
  private @Nullable String userAgent;

  /** Headers with every request, by name. Those of a vendor come before those of all vendors. */
  private final Map<String, String> headers = new LinkedHashMap<>();

  /** Query parameters with every request, by name, encoded by the client. */
  private final Map<String, String> query = new LinkedHashMap<>();

  private final Retries retries = new Retries();

  private final Proxy proxy = new Proxy();

  private final Ssl ssl = new Ssl();

  public @Nullable Duration getConnectTimeout() {
    return connectTimeout;
  }

  public void setConnectTimeout(@Nullable Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  public @Nullable Duration getReadTimeout() {
    return readTimeout;
  }

  public void setReadTimeout(@Nullable Duration readTimeout) {
    this.readTimeout = readTimeout;
  }

  public @Nullable Boolean getGzip() {
    return gzip;
  }

  public void setGzip(@Nullable Boolean gzip) {
    this.gzip = gzip;
  }

  public @Nullable DataSize getMaxResponseSize() {
    return maxResponseSize;
  }

  public void setMaxResponseSize(@Nullable DataSize maxResponseSize) {
    this.maxResponseSize = maxResponseSize;
  }

  public @Nullable Boolean getHttp2() {
    return http2;
  }

  public void setHttp2(@Nullable Boolean http2) {
    this.http2 = http2;
  }

  public @Nullable String getUserAgent() {
    return userAgent;
  }

  public void setUserAgent(@Nullable String userAgent) {
    this.userAgent = userAgent;
  }

  public Map<String, String> getHeaders() {
    return headers;
  }

  public Map<String, String> getQuery() {
    return query;
  }

  public Retries getRetries() {
    return retries;
  }

  public Proxy getProxy() {
    return proxy;
  }

  public Ssl getSsl() {
    return ssl;
  }

  /** When a request is retried. */
  static final class Retries {

    /** Most requests after the first; 0 for none. */
    private @Nullable Integer maxRetries;

    /** Longest wait before the second request, such as 200ms. Doubles for each further one. */
    private @Nullable Duration firstDelay;

    /** Longest wait before any request, such as 5s, if the vendor names none. */
    private @Nullable Duration maxDelay;

    /** Longest time for a call with all its requests and waits, such as 2m. */
    private @Nullable Duration timeLimit;

    public @Nullable Integer getMaxRetries() {
      return maxRetries;
    }

    public void setMaxRetries(@Nullable Integer maxRetries) {
      this.maxRetries = maxRetries;
    }

    public @Nullable Duration getFirstDelay() {
      return firstDelay;
    }

    public void setFirstDelay(@Nullable Duration firstDelay) {
      this.firstDelay = firstDelay;
    }

    public @Nullable Duration getMaxDelay() {
      return maxDelay;
    }

    public void setMaxDelay(@Nullable Duration maxDelay) {
      this.maxDelay = maxDelay;
    }

    public @Nullable Duration getTimeLimit() {
      return timeLimit;
    }

    public void setTimeLimit(@Nullable Duration timeLimit) {
      this.timeLimit = timeLimit;
    }
  }

  /** The way out of the house. */
  static final class Proxy {

    /** Host of the proxy. Default: the one of the JVM, if it has one. */
    private @Nullable String host;

    /** Port of the proxy. */
    private @Nullable Integer port;

    /** User, for a proxy that asks for one. */
    private @Nullable String user;

    /** Password of the user. */
    private @Nullable String password;

    /**
     * Hosts that are called without the proxy, with * as their first or last sign. Default:
     * localhost, 127.*, [::1].
     */
    private @Nullable List<String> nonProxyHosts;

    public @Nullable String getHost() {
      return host;
    }

    public void setHost(@Nullable String host) {
      this.host = host;
    }

    public @Nullable Integer getPort() {
      return port;
    }

    public void setPort(@Nullable Integer port) {
      this.port = port;
    }

    public @Nullable String getUser() {
      return user;
    }

    public void setUser(@Nullable String user) {
      this.user = user;
    }

    public @Nullable String getPassword() {
      return password;
    }

    public void setPassword(@Nullable String password) {
      this.password = password;
    }

    public @Nullable List<String> getNonProxyHosts() {
      return nonProxyHosts;
    }

    public void setNonProxyHosts(@Nullable List<String> nonProxyHosts) {
      this.nonProxyHosts = nonProxyHosts;
    }
  }

  /** Whom to trust, and who we are. */
  static final class Ssl {

    /** SSL bundle of spring.ssl.bundle to connect with. Default: the certificates of the JVM. */
    private @Nullable String bundle;

    public @Nullable String getBundle() {
      return bundle;
    }

    public void setBundle(@Nullable String bundle) {
      this.bundle = bundle;
    }
  }
}
