package dev.forecourt.runtime;

import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.call.Settings;
import dev.forecourt.runtime.call.Sleeper;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.credentials.Keys;
import dev.forecourt.runtime.encode.HeaderText;
import dev.forecourt.runtime.http.HttpSettings;
import dev.forecourt.runtime.http.ProxyLogin;
import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.Transports;
import dev.forecourt.runtime.limits.Durations;
import dev.forecourt.runtime.limits.RequestLimiter;
import dev.forecourt.runtime.observe.RequestListener;
import java.net.ProxySelector;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Settings that every vendor client has. Mistakes surface in {@code build()}.
 *
 * @param <B> the vendor's own builder
 */
public abstract class VendorClientBuilder<B extends VendorClientBuilder<B>> {
  private static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(30);

  private final String vendor;
  private @Nullable Map<String, String> variables;
  private @Nullable String baseUrl;
  private final Map<String, String> otherServers = new HashMap<>();
  private HttpSettings http = HttpSettings.DEFAULTS;
  private Duration readTimeout = DEFAULT_READ_TIMEOUT;
  private @Nullable Transport transport;
  private UnaryOperator<Transport> around = UnaryOperator.identity();
  private RetryPolicy retries = RetryPolicy.standard();
  private @Nullable RequestLimiter limiter;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> query = new LinkedHashMap<>();
  private @Nullable String userAgent;
  private final Map<String, String> headersWhereTaken = new HashMap<>();
  private final List<RequestListener> listeners = new ArrayList<>();
  private Clock clock = Clock.systemUTC();
  private Sleeper sleeper = duration -> Thread.sleep(duration.toMillis() + 1);
  private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
  private @Nullable Executor executor;

  /** For vendor builders, with the vendor's id, such as {@code fidcar}. */
  protected VendorClientBuilder(String vendor) {
    this.vendor = vendor;
  }

  /**
   * Takes from the environment of the process what this builder was not given, before or after:
   * credentials and base URL, from variables that begin with the vendor's id ({@code
   * FIDCAR_API_KEY}, {@code FIDCAR_BASE_URL}). {@code build()} names all that are missing. An empty
   * variable counts as not set.
   */
  public final B fromEnv() {
    return fromEnv(System.getenv());
  }

  /** The same from these variables, such as those of a {@code .env} file, or of a test. */
  public final B fromEnv(Map<String, String> variables) {
    this.variables = new HashMap<>(variables);
    return self();
  }

  /**
   * Scheme, host and port to call, such as {@code http://localhost:4011}, and a path before those
   * of the contract where a gateway asks for one: {@code https://gateway.example/fidcar}. Default:
   * the server of the contract.
   */
  public B baseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
    return self();
  }

  /** Longest wait for a connection. Default 10 seconds; must be positive. */
  public B connectTimeout(Duration connectTimeout) {
    this.http = http.withConnectTimeout(Durations.positive("Connect timeout", connectTimeout));
    return self();
  }

  /**
   * Longest wait for the whole answer, from the start of the request to the last byte. Default 30
   * seconds; must be positive. After it, {@link
   * dev.forecourt.runtime.errors.VendorTransportException} is thrown.
   */
  public B readTimeout(Duration readTimeout) {
    this.readTimeout = Durations.positive("Read timeout", readTimeout);
    return self();
  }

  /**
   * When a request is retried. Default: {@link RetryPolicy#standard()}, which repeats idempotent
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

  /** Notified of every request, beside those given before. Default: none. */
  public B listener(RequestListener listener) {
    listeners.add(listener);
    return self();
  }

  /**
   * A header with every request, such as {@code Mock-Session}; in place of one of the same name, in
   * any case, given before. One of an operation, of {@code RequestOptions} or of a credential takes
   * its place. Default: none. Throws {@code IllegalArgumentException} if it cannot be sent.
   */
  public B header(String name, String value) {
    String checked = HeaderText.checkedName(name);
    // the name as it is written here, not as it was before
    headers.remove(checked);
    headers.put(checked, HeaderText.checkedValue(name, value));
    return self();
  }

  /**
   * A query parameter with every request, encoded here. One of an operation, of {@code
   * RequestOptions} or of a credential takes its place. Default: none.
   */
  public B query(String name, String value) {
    query.put(name, value);
    return self();
  }

  /**
   * Name of the application, added to the {@code User-Agent}: {@code forecourt-fidcar/0.1.0
   * showroom/7}. Default: nothing is added. Throws {@code IllegalArgumentException} if it cannot be
   * sent.
   */
  public B userAgent(String application) {
    this.userAgent = HeaderText.checkedValue("User-Agent", application);
    return self();
  }

  /**
   * Chooses the proxy of each request. Default: that of the JVM ({@code https.proxyHost} and the
   * like). Not for a {@link #transport}.
   */
  public B proxy(ProxySelector proxy) {
    this.http = http.withProxy(proxy);
    return self();
  }

  /**
   * User and password for a proxy that asks for them. Default: those of the JVM's {@code
   * java.net.Authenticator}, if there is one. Not for a {@link #transport}.
   */
  public B proxyLogin(String user, String password) {
    this.http = http.withProxyLogin(new ProxyLogin(user, password));
    return self();
  }

  /** Whom to trust, and client certificates. Default: the JVM's. Not for a {@link #transport}. */
  public B sslContext(SSLContext ssl) {
    this.http = http.withSsl(ssl);
    return self();
  }

  /**
   * Whether to ask for compressed answers. Default true. Those that come compressed are read in any
   * case. Not for a {@link #transport}.
   */
  public B gzip(boolean gzip) {
    this.http = http.withGzip(gzip);
    return self();
  }

  /**
   * Largest body of an answer in bytes, counted after decompression while it arrives. Default 64
   * MiB; must be positive. A larger one fails that call alone. Not for a {@link #transport}.
   */
  public B maxResponseSize(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException(
          "maxResponseSize must be at least 1 byte: " + bytes + ". The default is 64 MiB.");
    }
    this.http = http.withMaxAnswerBytes(bytes);
    return self();
  }

  /**
   * Whether to prefer HTTP/2 over TLS. Default false: HTTP/1.1 is faster for these APIs, and a
   * server that speaks nothing but HTTP/2 is reached in any case. Not for a {@link #transport}.
   */
  public B http2(boolean http2) {
    this.http = http.withHttp2(http2);
    return self();
  }

  /**
   * What sends the requests, in place of our own. Default: none. It must not repeat requests, must
   * not follow redirects, and is not closed with the client. {@link FeignTransport} makes one of a
   * Feign client.
   */
  public B transport(Transport transport) {
    this.transport = transport;
    return self();
  }

  /**
   * Wraps what sends the requests, each retry included. Default: nothing. The same rules hold as
   * for a {@link #transport}. The requests carry the credentials: show neither their headers nor
   * their URL. For headers such as {@code traceparent} a {@link #listener} is enough.
   */
  public B aroundTransport(UnaryOperator<Transport> around) {
    this.around = around;
    return self();
  }

  /**
   * Runs the calls of {@code async()}. Default: virtual threads where Java has them (21 and newer),
   * else at most 64 daemon threads of this client. It is not shut down with the client.
   */
  public B executor(Executor executor) {
    this.executor = executor;
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
    headersWhereTaken.put(name, HeaderText.checkedValue(name, value));
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
    String chosen = chosenBaseUrl();
    return chosen == null ? contractUrl : chosen;
  }

  /** For vendor builders: whether this builder was given a base URL, not the environment. */
  protected final boolean hasOwnBaseUrl() {
    return baseUrl != null;
  }

  /** For vendor builders: what the environment says; nothing unless {@link #fromEnv} was called. */
  protected final Environment environment() {
    return new Environment(vendor, variables);
  }

  private @Nullable String chosenBaseUrl() {
    if (baseUrl != null) {
      return BaseUrl.checked(baseUrl);
    }
    Environment environment = environment();
    String url = environment.value("BASE_URL");
    return url == null ? null : environment.read("BASE_URL", url, BaseUrl::checked);
  }

  /** This builder in its own type. */
  protected abstract B self();

  /**
   * A connection with these settings. Throws {@code IllegalArgumentException} that says what to
   * change, and {@code IllegalStateException} if a library of the application is too old.
   */
  protected final VendorConnection connect(VendorProfile profile) {
    Neighbours.check();
    if (transport != null && !http.equals(HttpSettings.DEFAULTS)) {
      throw new IllegalArgumentException(
          "connectTimeout, proxy, proxyLogin, sslContext, gzip, maxResponseSize and http2 have no"
              + " effect on a transport of your own. Set them there instead.");
    }
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    all.putIfAbsent("User-Agent", UserAgent.of(profile.id(), getClass(), userAgent));
    return new VendorConnection(
        profile,
        new Settings(
            chosenBaseUrl(),
            Map.copyOf(otherServers),
            readTimeout,
            transports(),
            retries,
            limiter,
            all,
            new LinkedHashMap<>(query),
            Map.copyOf(headersWhereTaken),
            List.copyOf(listeners),
            clock,
            sleeper,
            random,
            executor));
  }

  /** A transport for each connection; that of the caller is never closed. */
  private Supplier<Transport> transports() {
    HttpSettings settings = http;
    Transport own = transport == null ? null : new Unclosed(transport);
    UnaryOperator<Transport> wrapping = around;
    return () -> Wrapped.of(own == null ? Transports.lease(settings) : own, wrapping);
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
        + http.connectTimeout()
        + ", readTimeout="
        + readTimeout
        + ", retries="
        + retries
        + "}";
  }
}
