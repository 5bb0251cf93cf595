package dev.forecourt.mock;

import dev.forecourt.mock.control.ControlAccess;
import dev.forecourt.mock.disk.StateFile;
import dev.forecourt.mock.engine.SeedFile;
import dev.forecourt.mock.engine.Sessions;
import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.http.HostName;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.https.MockCertificate;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.scenario.Scenarios;
import dev.forecourt.mock.serving.BasePath;
import dev.forecourt.mock.serving.ServedStub;
import dev.forecourt.mock.serving.Serving;
import dev.forecourt.mock.store.StateProblem;
import dev.forecourt.mock.vendor.CallTargets;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import dev.forecourt.mock.vendor.Vendors;
import dev.forecourt.mock.verify.RequestPattern;
import dev.forecourt.mock.verify.Verification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's mock inside this JVM, on a port of its own.
 *
 * <pre>{@code
 * try (MockServer fidcar = MockServer.builder("fidcar").start()) {
 *   URI reviews = fidcar.baseUri().resolve("/api/review");
 *   fidcar.reset();
 * }
 * }</pre>
 */
public final class MockServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(MockServer.class.getName());

  private final Vendor vendor;
  private final @Nullable SeedFile seed;
  private final VendorStub stub;
  private final Sessions sessions;
  private final Serving serving;
  private final @Nullable String session;
  private final JdkTransport transport;
  private final String host;
  private final BasePath base;
  private final @Nullable SSLContext tls;

  private MockServer(Builder builder) {
    vendor = builder.vendor;
    seed = builder.seed;
    sessions = open(builder);
    stub = sessions;
    session = null;
    serving = builder.serving();
    host = builder.host;
    base = builder.base;
    try {
      if (builder.state != null) {
        stub.state().keepIn(StateFile.open(builder.state, vendor.id()));
      }
      tls = builder.tls();
      transport = new JdkTransport(new ServedStub(stub, serving), host, builder.port, tls);
    } catch (RuntimeException e) {
      stub.close();
      throw e;
    }
    if (seed != null) {
      seed.watch(stub, notice -> LOG.log(System.Logger.Level.INFO, notice));
    }
  }

  private MockServer(MockServer whole, String session) {
    vendor = whole.vendor;
    seed = null;
    sessions = whole.sessions;
    stub = sessions.session(session);
    this.session = session;
    serving = whole.serving;
    host = whole.host;
    base = whole.base;
    tls = whole.tls;
    transport = new JdkTransport(new ServedStub(stub, serving), host, 0, tls);
  }

  private static Sessions open(Builder builder) {
    try {
      return new Sessions(
          builder.vendor,
          builder.settings(),
          new Scenarios(builder.vendor, builder.scenarios, builder.scenario));
    } catch (StateProblem e) {
      throw builder.seed == null ? e : builder.seed.unfit(e);
    } catch (Refusal e) {
      throw new IllegalArgumentException(e.reason(), e);
    }
  }

  /**
   * Prepares a mock of the vendor with this id. Its JAR {@code forecourt-mock-<id>} must be on the
   * class path; throws {@link IllegalArgumentException} naming those that are.
   */
  public static Builder builder(String vendorId) {
    return new Builder(Vendors.named(vendorId));
  }

  /** Prepares a mock of a vendor that was made by hand, with settings of its own. */
  public static Builder builder(Vendor vendor) {
    return new Builder(vendor);
  }

  /**
   * Where it listens, such as {@code http://127.0.0.1:43211}: the vendor's host, with the base path
   * if it has one.
   */
  public URI baseUri() {
    return URI.create(
        (tls == null ? "http://" : "https://")
            + HostName.inUrl(host)
            + ":"
            + port()
            + base.prefix());
  }

  /**
   * For clients of a mock that speaks HTTPS: trusts its certificate and no other. Throws {@link
   * IllegalStateException} when it speaks HTTP.
   */
  public SSLContext sslContext() {
    if (tls == null) {
      throw new IllegalStateException(
          "This mock speaks HTTP. Start it with https() in the builder.");
    }
    return tls;
  }

  /** The port it listens on. */
  public int port() {
    return transport.port();
  }

  /** Id of the vendor it plays. */
  public String vendorId() {
    return vendor.id();
  }

  /**
   * The last 1,000 requests, the oldest first, with status and why they were refused; those of
   * sessions ({@code Mock-Session}) are not among them.
   */
  public List<RecordedRequest> requests() {
    return stub.requests();
  }

  /**
   * Puts the seed data back, forgets the journal and takes controls back, such as a moved clock;
   * ends sessions.
   */
  public void reset() {
    stub.reset();
  }

  /** Everything the vendor remembers, as JSON: an array of rows for each table. */
  public String exportState() {
    return new String(stub.state().export(), StandardCharsets.UTF_8);
  }

  /**
   * Takes an exported state, or a part of one: tables that it lacks get their seed. Throws {@link
   * StateProblem}, and changes nothing, when it does not fit.
   */
  public void importState(String json) {
    stub.state().replace(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Begins anew with the scenario of this name: seed, then its tables, faults and clock. Throws
   * {@link IllegalArgumentException} naming those that there are.
   */
  public void scenario(String name) {
    try {
      if (session == null) {
        sessions.scenario(name);
      } else {
        sessions.scenario(session, name);
      }
    } catch (Refusal e) {
      throw new IllegalArgumentException(e.reason(), e);
    }
  }

  /**
   * The same vendor in a session of this name, on a port of its own: with a state, journal, clock,
   * limits and faults of its own, whoever calls it. Closing it ends the session; close it before
   * this one. Throws {@link IllegalArgumentException} for a name of other characters than letters,
   * digits and dashes.
   */
  public MockServer session(String name) {
    return new MockServer(this, name);
  }

  /**
   * Verifies that exactly one request came that fits. Throws {@link AssertionError} that lists what
   * came, the nearest first.
   */
  public void verify(RequestPattern pattern) {
    verify(1, pattern);
  }

  /** The same for so many requests; 0 for none. */
  public void verify(int times, RequestPattern pattern) {
    Verification.verify(times, pattern, requests(), stub.journals().get(0).operations());
  }

  /** Stops at once; calls under way are cut off. */
  @Override
  public void close() {
    if (seed != null) {
      seed.close();
    }
    transport.stop();
    stub.close();
  }

  /** Settings of a mock before it starts; each has a default. */
  public static final class Builder {

    private final Vendor vendor;
    private String host = "127.0.0.1";
    private int port;
    private @Nullable Set<String> keys;
    private @Nullable Clock clock;
    private @Nullable Supplier<UUID> ids;
    private boolean checkResponses;
    private boolean unsigned;
    private Set<String> hosts = Set.of();
    private Set<String> origins = Set.of();
    private Set<String> targets = Set.of();
    private Cors cors = Cors.OPEN;
    private BasePath base = BasePath.NONE;
    private @Nullable Path certificates;
    private @Nullable Path state;
    private @Nullable SeedFile seed;
    private @Nullable String scenario;
    private @Nullable Path scenarios;

    private Builder(Vendor vendor) {
      this.vendor = vendor;
    }

    /** Port to listen on. Default 0: any free one. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /**
     * Address to listen on. Default 127.0.0.1: this machine only. {@code localhost} is that and,
     * where the machine has it, ::1, on the same port.
     */
    public Builder host(String host) {
      this.host = host;
      return this;
    }

    /** The keys to accept instead of the vendor's default key. */
    public Builder keys(String... keys) {
      this.keys = Set.of(keys);
      return this;
    }

    /** What "now" is. Default: the system clock. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** Makes the ids of new objects. Default: random. */
    public Builder ids(Supplier<UUID> ids) {
      this.ids = ids;
      return this;
    }

    /**
     * Holds every answer of an operation against the contract; one that does not fit becomes a 500
     * that says where. Default: answers go out unchecked.
     */
    public Builder checkResponses() {
      this.checkResponses = true;
      return this;
    }

    /**
     * Takes calls without looking at signatures, for work without them. Throws {@link
     * IllegalArgumentException} for a vendor whose calls are not signed. Default: they are checked.
     */
    public Builder unsigned() {
      vendor.requireUnsigned();
      unsigned = true;
      return this;
    }

    /**
     * Speaks HTTPS, with a certificate that is made once and kept in {@code .forecourt/https} of
     * the user's folder: see {@link MockServer#sslContext}. Default: HTTP.
     */
    public Builder https() {
      return https(MockCertificate.usualFolder());
    }

    /** The same with the certificate in this folder. */
    public Builder https(Path folder) {
      certificates = folder;
      return this;
    }

    /**
     * Keeps what is remembered in this directory, one file for each vendor, and begins with what is
     * there. Default: in memory.
     */
    public Builder state(Path directory) {
      state = directory;
      return this;
    }

    /**
     * Begins with the state in this file, an exported one or a part of one, and begins anew with it
     * whenever the file changes. Throws {@link java.io.UncheckedIOException} when it cannot be
     * read. Default: the seed of the vendor.
     */
    public Builder seed(Path file) {
      seed = new SeedFile(vendor.id(), file);
      return this;
    }

    /**
     * More host names by which the controls may be called, beside {@code localhost}, addresses of
     * the loopback and the address listened on. Default: none.
     */
    public Builder allowHost(String... names) {
      hosts = Set.of(names);
      return this;
    }

    /**
     * Origins of web pages that may call the controls, such as {@code http://127.0.0.1:4010}.
     * Default: none. Throws {@link IllegalArgumentException} from {@link #start} for what is no
     * origin.
     */
    public Builder allowOrigin(String... these) {
      origins = Set.of(these);
      return this;
    }

    /**
     * Origins of the web pages that may call the operations and read the answers, such as {@code
     * http://localhost:5173}; none for no page. Default: pages of every origin.
     */
    public Builder cors(String... origins) {
      cors = Cors.of(List.of(origins));
      return this;
    }

    /**
     * The path below which it is served, such as {@code /mock}; {@link MockServer#baseUri} ends
     * with it. Default: the root. Throws {@link IllegalArgumentException} for what is no path.
     */
    public Builder basePath(String path) {
      base = new BasePath(path);
      return this;
    }

    /**
     * More hosts that the vendor may call by itself, such as those of Claire's webhooks. Default:
     * this machine alone.
     */
    public Builder webhookHost(String... names) {
      targets = Set.of(names);
      return this;
    }

    /**
     * Starts it. Throws {@link java.io.UncheckedIOException} when the port is taken, {@link
     * StateProblem} when the seed does not fit, {@link dev.forecourt.mock.disk.StateFileProblem}
     * when the state cannot be kept.
     */
    public MockServer start() {
      return new MockServer(this);
    }

    private @Nullable SSLContext tls() {
      if (certificates == null) {
        return null;
      }
      List<String> names = new ArrayList<>(hosts);
      names.add(host);
      return MockCertificate.in(certificates, names, Clock.systemUTC()).context();
    }

    private Serving serving() {
      return new Serving(vendor, cors, base, () -> null);
    }

    /**
     * Begins with this scenario, and goes back to it by a reset. Default: none. {@link #start}
     * throws {@link IllegalArgumentException} naming those that there are.
     */
    public Builder scenario(String name) {
      scenario = name;
      return this;
    }

    /**
     * More scenarios, in {@code <vendor>/<name>.json} of this directory. Default: those shipped.
     */
    public Builder scenarios(Path directory) {
      scenarios = directory;
      return this;
    }

    private MockSettings settings() {
      MockSettings defaults = MockSettings.defaults(vendor);
      return new MockSettings(
          keys == null ? defaults.keys() : keys,
          clock == null ? defaults.clock() : clock,
          ids == null ? defaults.ids() : ids,
          seed == null ? defaults.seed() : seed.seed(),
          checkResponses,
          unsigned,
          new ControlAccess(host, hosts, origins),
          cors,
          new CallTargets(targets));
    }
  }
}
