package dev.forecourt.runtime;

import dev.forecourt.runtime.call.ConnectionSettings;
import dev.forecourt.runtime.call.RequestParameters;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.call.Sleeper;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.credentials.Keys;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.limits.Durations;
import dev.forecourt.runtime.limits.RequestLimiter;
import dev.forecourt.runtime.observe.RequestListener;
import feign.Client;
import java.net.ProxySelector;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Settings that every vendor client has. Mistakes surface in {@code build()}.
 *
 * @param <B> the vendor's own builder
 */
public abstract class VendorClientBuilder<B extends VendorClientBuilder<B>> {
  private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(30);

  private @Nullable String baseUrl;
  private final Map<String, String> otherServers = new HashMap<>();
  private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
  private Duration readTimeout = DEFAULT_READ_TIMEOUT;
  private @Nullable ProxySelector proxy;
  private @Nullable SSLContext ssl;
  private @Nullable Client transport;
  private UnaryOperator<Client> around = UnaryOperator.identity();
  private RetryPolicy retries = RetryPolicy.standard();
  private @Nullable RequestLimiter limiter;
  private final Map<String, String> headers = new HashMap<>();
  private final List<RequestListener> listeners = new ArrayList<>();
  private Clock clock = Clock.systemUTC();
  private Sleeper sleeper = duration -> Thread.sleep(duration.toMillis() + 1);
  private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

  /** For vendor builders. */
  protected VendorClientBuilder() {}

  /**
   * Scheme, host and port to call, such as {@code http://localhost:4011}. Default: the server of
   * the contract.
   */
  public B baseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
    return self();
  }

  /** Longest wait for a connection. Default 10 seconds; must be positive. */
  public B connectTimeout(Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
    return self();
  }

  /**
   * Longest wait for the whole answer, from the start of the request to the last byte. Default 30
   * seconds; must be positive. After it, {@link VendorTransportException} is thrown.
   */
  public B readTimeout(Duration readTimeout) {
    this.readTimeout = readTimeout;
    return self();
  }

  /**
   * When a request is sent again. Default: {@link RetryPolicy#standard()}, which repeats idempotent
   * operations twice.
   */
  public B retries(RetryPolicy retries) {
    this.retries = retries;
    return self();
  }

  /** Asked before each request. Default: none. */
  public B limiter(RequestLimiter limiter) {
    this.limiter = limiter;
    return self();
  }

  /** Hears of every request, beside those given before. Default: none. */
  public B listener(RequestListener listener) {
    listeners.add(listener);
    return self();
  }

  /** Chooses the proxy of each request. Default: that of the JVM. Not for a {@link #transport}. */
  public B proxy(ProxySelector proxy) {
    this.proxy = proxy;
    return self();
  }

  /** Whom to trust, and client certificates. Default: the JVM's. Not for a {@link #transport}. */
  public B sslContext(SSLContext ssl) {
    this.ssl = ssl;
    return self();
  }

  /**
   * What sends the requests, in place of the JDK's HttpClient. Default: none. It must not repeat
   * requests, must not follow redirects, and is not closed with the client.
   */
  public B transport(Client transport) {
    this.transport = transport;
    return self();
  }

  /**
   * Wraps what sends the requests, each retry included, such as to add a header for traces:
   *
   * <pre>{@code
   * .aroundTransport(next -> (request, options) ->
   *     next.execute(tracer.withTraceparent(request), options))
   * }</pre>
   *
   * <p>Default: nothing. The same rules hold as for a {@link #transport}. The requests carry the
   * credentials: show neither their headers nor their URL.
   */
  public B aroundTransport(UnaryOperator<Client> around) {
    this.around = around;
    return self();
  }

  /** What time it is, for waits and tokens. Default: the system's clock. For tests. */
  public B clock(Clock clock) {
    this.clock = clock;
    return self();
  }

  /** How to wait between two requests. Default: the thread sleeps. For tests. */
  public B sleeper(Sleeper sleeper) {
    this.sleeper = sleeper;
    return self();
  }

  /** Which part of a delay to wait, from 0 to 1. Default: random. For tests. */
  public B jitter(DoubleSupplier jitter) {
    this.random = jitter;
    return self();
  }

  /** For vendor builders: a header for every operation of the contract that takes it. */
  protected final void headerWhereTaken(String name, String value) {
    headers.put(name, RequestParameters.checkedValue(name, value));
  }

  /** For vendor builders: calls another host in place of one of the contract's other servers. */
  protected final void otherServer(String contractUrl, String baseUrl) {
    otherServers.put(contractUrl, BaseUrl.checked(baseUrl));
  }

  /** For vendor builders: what time it is for the client. */
  protected final Clock clock() {
    return clock;
  }

  /** For vendor builders: the base URL, or this one of the contract where none was given. */
  protected final String baseUrlOr(String contractUrl) {
    return baseUrl == null ? contractUrl : baseUrl;
  }

  /** This builder in its own type. */
  protected abstract B self();

  /**
   * A connection with these settings. Throws {@code IllegalArgumentException} that says what to
   * change.
   */
  protected final VendorConnection connect(VendorProfile profile) {
    Duration connect = Durations.positive("Connect timeout", connectTimeout);
    Duration read = Durations.positive("Read timeout", readTimeout);
    if (transport != null && (proxy != null || ssl != null)) {
      throw new IllegalArgumentException(
          "proxy and sslContext have no effect on a transport of your own. Set them there instead.");
    }
    return new VendorConnection(
        profile,
        new ConnectionSettings(
            baseUrl == null ? null : BaseUrl.checked(baseUrl),
            Map.copyOf(otherServers),
            connect,
            read,
            new HttpSettings(connect, proxy, ssl, isPlain()),
            transport,
            around,
            retries,
            limiter,
            Map.copyOf(headers),
            List.copyOf(listeners),
            clock,
            sleeper,
            random));
  }

  private boolean isPlain() {
    return baseUrl != null
        && baseUrl.startsWith("http:")
        && otherServers.values().stream().allMatch(url -> url.startsWith("http:"));
  }

  /**
   * The key, if it can be sent in a header. Throws {@code IllegalArgumentException} without showing
   * it.
   */
  protected static String checkedKey(String name, @Nullable String key) {
    return Keys.checked(name, key);
  }

  /** Without credentials. */
  @Override
  public String toString() {
    return getClass().getName()
        + "{baseUrl="
        + (baseUrl == null ? null : BaseUrl.shown(baseUrl))
        + ", connectTimeout="
        + connectTimeout
        + ", readTimeout="
        + readTimeout
        + ", retries="
        + retries
        + "}";
  }
}
