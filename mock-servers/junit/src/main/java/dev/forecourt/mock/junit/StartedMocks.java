package dev.forecourt.mock.junit;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** The stubs of a test class, and the clients that its tests asked for. */
// the first is what JUnit before 5.13 closes; from then on it closes the second, and warns of the
// first alone
@SuppressWarnings("deprecation")
final class StartedMocks implements ExtensionContext.Store.CloseableResource, AutoCloseable {

  private static final AtomicLong SESSIONS = new AtomicLong();

  private final Map<String, MockServer> servers = new LinkedHashMap<>();
  private final Runnable ended;
  private final Map<String, AutoCloseable> clients = new ConcurrentHashMap<>();

  /** Starts these, or all that the class path has; tells when they have ended. */
  StartedMocks(Runnable ended, String... vendors) {
    this.ended = ended;
    List<String> ids = new ArrayList<>(List.of(vendors));
    if (ids.isEmpty()) {
      Vendors.all().stream().map(Vendor::id).forEach(ids::add);
    }
    try {
      ids.forEach(id -> servers.computeIfAbsent(id, each -> MockServer.builder(each).start()));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private StartedMocks(StartedMocks whole, String session) {
    ended = () -> {};
    try {
      whole.servers.forEach((id, server) -> servers.put(id, server.session(session)));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The same vendors in a session of their own, each on a port of its own. */
  StartedMocks session() {
    return new StartedMocks(this, "test-" + SESSIONS.incrementAndGet());
  }

  /** All of them, by the id of the vendor. */
  Map<String, MockServer> servers() {
    return servers;
  }

  void reset() {
    servers.values().forEach(MockServer::reset);
  }

  /** The one of this vendor; without a name the only one there is. */
  MockServer server(@Nullable String vendor) {
    if (vendor == null && servers.size() == 1) {
      return servers.values().iterator().next();
    }
    MockServer server = vendor == null ? null : servers.get(vendor);
    if (server == null) {
      throw new ParameterResolutionException(
          vendor == null
              ? "Which vendor's mock? Started are %s. Write @Mock(\"%s\") before the parameter."
                  .formatted(servers.keySet(), servers.keySet().iterator().next())
              : "No mock of '%s' was started for this test. Started are %s. Add it to @ForecourtMocks."
                  .formatted(vendor, servers.keySet()));
    }
    return server;
  }

  AutoCloseable client(ReadyClients.Ready ready) {
    String url = server(ready.vendor()).baseUri().toString();
    return clients.computeIfAbsent(ready.vendor(), unused -> ready.build(url));
  }

  @Override
  public void close() {
    ended.run();
    for (AutoCloseable client : clients.values()) {
      try {
        client.close();
      } catch (Exception e) {
        throw new IllegalStateException("A client could not be closed: " + e, e);
      }
    }
    servers.values().forEach(MockServer::close);
  }
}
