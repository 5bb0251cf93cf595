package dev.forecourt.runtime.http;

import java.net.ProxySelector;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a transport depends on. Transports with equal settings share connections.
 *
 * @param connectTimeout longest wait for a connection that can be used: look-up, every address,
 *     proxy and TLS. Default 10 seconds
 * @param proxy chooses proxies; null for {@link ProxySelector#getDefault()}, the default
 * @param proxyLogin for proxies that ask; null for {@link java.net.Authenticator#getDefault()}, the
 *     default
 * @param ssl certificates and protocols; null for the JVM's own, the default
 * @param gzip whether to ask for compressed answers, which is the default. What comes compressed is
 *     read in any case
 * @param maxAnswerBytes largest body, counted after decompression. Default 64 MiB
 * @param http2 whether HTTP/2 is preferred over TLS. Default false: HTTP/1.1 is faster here, and
 *     servers that speak nothing but HTTP/2 are reached in any case
 */
public record HttpSettings(
    Duration connectTimeout,
    @Nullable ProxySelector proxy,
    @Nullable ProxyLogin proxyLogin,
    @Nullable SSLContext ssl,
    boolean gzip,
    long maxAnswerBytes,
    boolean http2) {
  /** All defaults. */
  public static final HttpSettings DEFAULTS =
      new HttpSettings(Duration.ofSeconds(10), null, null, null, true, 64L << 20, false);

  /** The same with another time for connecting. */
  public HttpSettings withConnectTimeout(Duration value) {
    return new HttpSettings(value, proxy, proxyLogin, ssl, gzip, maxAnswerBytes, http2);
  }

  /** The same with another choice of proxies; null for the JVM's. */
  public HttpSettings withProxy(@Nullable ProxySelector value) {
    return new HttpSettings(connectTimeout, value, proxyLogin, ssl, gzip, maxAnswerBytes, http2);
  }

  /** The same with another user and password for proxies; null for the JVM's. */
  public HttpSettings withProxyLogin(@Nullable ProxyLogin value) {
    return new HttpSettings(connectTimeout, proxy, value, ssl, gzip, maxAnswerBytes, http2);
  }

  /** The same with other certificates; null for the JVM's. */
  public HttpSettings withSsl(@Nullable SSLContext value) {
    return new HttpSettings(connectTimeout, proxy, proxyLogin, value, gzip, maxAnswerBytes, http2);
  }

  /** The same, asking for compressed answers or not. */
  public HttpSettings withGzip(boolean value) {
    return new HttpSettings(connectTimeout, proxy, proxyLogin, ssl, value, maxAnswerBytes, http2);
  }

  /** The same with another limit of an answer, in bytes. */
  public HttpSettings withMaxAnswerBytes(long value) {
    return new HttpSettings(connectTimeout, proxy, proxyLogin, ssl, gzip, value, http2);
  }

  /** The same, preferring HTTP/2 or not. */
  public HttpSettings withHttp2(boolean value) {
    return new HttpSettings(connectTimeout, proxy, proxyLogin, ssl, gzip, maxAnswerBytes, value);
  }

  // by hand, as those of a record are made at run time, with a cache that newer JDKs keep the class
  // loader of the application in
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HttpSettings settings
        && connectTimeout.equals(settings.connectTimeout)
        && Objects.equals(proxy, settings.proxy)
        && Objects.equals(proxyLogin, settings.proxyLogin)
        && Objects.equals(ssl, settings.ssl)
        && gzip == settings.gzip
        && maxAnswerBytes == settings.maxAnswerBytes
        && http2 == settings.http2;
  }

  @Override
  public int hashCode() {
    return Objects.hash(connectTimeout, proxy, proxyLogin, ssl, gzip, maxAnswerBytes, http2);
  }
}
